"""A letter, the code that is kept for its answer, and coming back with it."""

from typing import Any

from django import forms

from suoja.public_site.forms.fields import (
    CodeField,
    FilesField,
    WordedForm,
    code_in,
    spoken_field,
    text_field,
)

LONGEST_MESSAGE = 15_000
FREE = {"autocomplete": "off", "dir": "auto"}


class LetterForm(WordedForm):
    """A message; everything else is optional."""

    message = forms.CharField(
        max_length=LONGEST_MESSAGE, widget=forms.Textarea({"rows": 8, **FREE}), strip=True
    )
    reach = forms.CharField(
        required=False, max_length=2_000, widget=forms.Textarea({"rows": 3, **FREE})
    )
    spoken = spoken_field()
    place = text_field()
    under_18 = forms.BooleanField(required=False)
    attached = FilesField()

    def told(self) -> dict[str, Any]:
        """Return what was written."""
        told = {name: value for name, value in self.cleaned_data.items() if value}
        told.pop("attached", None)
        return told


class CodeForm(WordedForm):
    """Types the code that is shown, to be sure that it is kept."""

    type = CodeField()

    def __init__(self, *args: Any, code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.code = code

    def _messages(self, name: str) -> dict[str, str]:
        return {**super()._messages(name), "required": self.faults["code_wrong"]}

    def clean_type(self) -> str:
        code = code_in(self, "type")
        if code != self.code:
            raise forms.ValidationError(self.faults["code_wrong"])
        return code


class OpenForm(WordedForm):
    """Types a code to come back."""

    code = CodeField()

    def _messages(self, name: str) -> dict[str, str]:
        return {**super()._messages(name), "required": self.faults["code_short"]}

    def clean_code(self) -> str:
        return code_in(self, "code")


class EraseForm(WordedForm):
    """Makes sure before everything is erased."""

    erase_sure = forms.BooleanField()

    def _messages(self, name: str) -> dict[str, str]:
        return {**super()._messages(name), "required": self.faults["sure"]}
