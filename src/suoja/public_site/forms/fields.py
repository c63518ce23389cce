"""Fields that take their words from the pages of text."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from suoja.core.sealing import read_code
from suoja.vocabulary.languages import own_name_choices

LONGEST_TEXT = 1_000
SELECTED = SafeString(" selected")


class WordedForm(forms.Form):
    """A form whose labels, hints and errors are words of one language.

    A field `reach` is labelled by the word `reach` of its part of the page, and explained by
    `reach_hint` where there is one.
    """

    def __init__(
        self, words: Mapping[str, Mapping[str, str]], part: str, *args: Any, **kwargs: Any
    ) -> None:
        kwargs.setdefault("auto_id", "%s")
        super().__init__(*args, **kwargs)
        self.words, self.faults = words[part], words["faults"]
        for name, field in self.fields.items():
            field.label = self.words.get(name, field.label)
            field.help_text = self.words.get(f"{name}_hint", "")
            field.error_messages.update(self._messages(name))
            if isinstance(field, WordedChoice):
                field.choices = [(code, self.words[f"{name}_{code}"]) for code in field.codes]

    def _messages(self, name: str) -> dict[str, str]:
        empty = self.faults.get(f"{name}_empty") or self.faults["choice_wrong"]
        long = self.faults.get(f"{name}_long") or self.faults["text_long"]
        return {
            "required": empty,
            "max_length": long,
            "invalid_choice": self.faults["choice_wrong"],
        }


class WordedChoice(forms.ChoiceField):
    """One of a few answers; the words of `channel` are `channel_call` and `channel_text`."""

    def __init__(self, codes: Iterable[str], initial: str) -> None:
        super().__init__(widget=forms.RadioSelect, initial=initial)
        self.codes = [str(code) for code in codes]


class CodeField(forms.CharField):
    """Twenty digits, in any script, however they are spaced."""

    def __init__(self) -> None:
        attributes = {"inputmode": "numeric", "autocomplete": "off", "size": 26, "dir": "ltr"}
        super().__init__(max_length=100, widget=forms.TextInput(attributes))


class FilesInput(forms.FileInput):
    """Several files at once; what they are, their content says when they have arrived."""

    allow_multiple_selected = True


class FilesField(forms.Field):
    """Offers to choose files; they are taken apart from the rest of the form."""

    def __init__(self) -> None:
        accepted = {"accept": "image/jpeg,image/png,application/pdf"}
        super().__init__(required=False, widget=FilesInput({"multiple": True, **accepted}))

    def clean(self, _value: object) -> None:
        """Keep nothing here."""


def code_in(form: WordedForm, name: str) -> str:
    """Return the digits; raise ValidationError in the words of the form."""
    code = read_code(str(form.cleaned_data[name]))
    if code is None:
        raise forms.ValidationError(form.faults["code_short"])
    return code


def text_field(**attributes: object) -> forms.CharField:
    return forms.CharField(
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.TextInput({"autocomplete": "off", "dir": "auto", **attributes}),
    )


class LongSelect(forms.Select):
    """A list of very many choices, written without a template for each of them."""

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,  # noqa: ARG002  (of the call)
    ) -> SafeString:
        chosen = "" if value is None else str(value)
        rows = ((code, SELECTED if code == chosen else "", label) for code, label in self.choices)
        options = format_html_join("", '<option value="{}"{}>{}</option>', rows)
        attributes = flatatt({"name": name, **self.attrs, **(attrs or {})})
        return format_html("<select{}>{}</select>", attributes, options)


def spoken_field() -> forms.ChoiceField:
    """Return a choice of languages by their own names."""
    choices = [("", ""), *own_name_choices()]
    return forms.ChoiceField(required=False, choices=choices, widget=LongSelect)
