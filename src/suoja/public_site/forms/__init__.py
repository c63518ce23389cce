"""What visitors type; the words of these forms come with the pages of text, in every language."""

from suoja.public_site.forms.calls import CallForm
from suoja.public_site.forms.letters import CodeForm, EraseForm, LetterForm, OpenForm

__all__ = ["CallForm", "CodeForm", "EraseForm", "LetterForm", "OpenForm"]
