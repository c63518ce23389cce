"""What visitors type; the words of these forms come with the pages of text, in every language."""

from suoja.public_site.forms.letters import CodeForm, EraseForm, LetterForm, OpenForm

__all__ = ["CodeForm", "EraseForm", "LetterForm", "OpenForm"]
