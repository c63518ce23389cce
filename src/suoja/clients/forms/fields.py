"""Fields that many forms of a client's file share."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from suoja.vocabulary.countries import country_choices

Choices = Iterable[tuple[str, str | Promise]]


class MonthField(forms.Field):
    """A month, for things whose day nobody remembers; the value is its first day."""

    widget = forms.DateInput(attrs={"type": "month"}, format="%Y-%m")
    formats = ("%Y-%m", "%m/%Y", "%m.%Y")

    def to_python(self, value: Any) -> date | None:
        text = (value or "").strip()
        if not text:
            return None
        for each in self.formats:
            try:
                return datetime.strptime(text, each).date()  # noqa: DTZ007  (a month has no zone)
            except ValueError:
                continue
        raise forms.ValidationError(_("Write the month as 2019-05."))


class CodeField(forms.ChoiceField):
    """One code of an enumeration; an optional one left out is None."""

    def __init__(self, choices: Choices, *, empty: str | Promise = "", **rest: Any) -> None:
        super().__init__(choices=lambda: [("", empty), *choices], **rest)

    def clean(self, value: Any) -> str | None:
        code: str = super().clean(value)
        return code or None


class RadioField(forms.ChoiceField):
    """One of a few codes, all in sight."""

    widget = forms.RadioSelect


def language() -> str:
    """Return the language in which names of countries are shown."""
    return get_language() or "en"


def countries() -> list[tuple[str, str]]:
    """Return every country with its name, in the order of the names."""
    return country_choices(language())
