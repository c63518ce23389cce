"""How clients are looked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from suoja.clients.forms.fields import CodeField
from suoja.vocabulary.choices import Category, Form, Office, Place

_NUMBER = re.compile(r"(?:P-?)?(\d{1,15})", re.IGNORECASE)
_DAYS = ("%d.%m.%Y", "%Y-%m-%d")


class State(TextChoices):
    NOW = "now", _("Client now")
    LEFT = "left", _("Has left")
    ALL = "all", _("All")


@dataclass(frozen=True, slots=True)
class Sought:
    """What was typed into the box: a number, a birth date, or words of a name."""

    number: int | None = None
    born_on: date | None = None
    words: str = ""


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Name, number or birth date"), required=False, max_length=200, strip=True
    )
    state = forms.ChoiceField(label=_("State"), choices=State, required=False)
    category = CodeField(Category.choices, label=_("Category"), empty=_("Any"), required=False)
    exploitation = CodeField(
        Form.choices, label=_("Form of exploitation"), empty=_("Any"), required=False
    )
    place = CodeField(
        Place.choices, label=_("Place of exploitation"), empty=_("Any"), required=False
    )
    office = CodeField(Office.choices, label=_("Office"), empty=_("Any"), required=False)
    minor = forms.BooleanField(label=_("Under 18 now"), required=False)

    def chosen(self) -> Iterator[str]:
        """Yield the filters in use by name and code; what was typed stays out."""
        for name, value in self.cleaned_data.items():
            if value:
                yield name if name in {"q", "minor"} else f"{name}={value}"


def read(text: str) -> Sought:
    """Return what somebody looks for: P-12 or 12, 4.3.1995 or 1995-03-04, or a name."""
    if number := _NUMBER.fullmatch(text):
        return Sought(number=int(number[1]))
    for form in _DAYS:
        try:
            return Sought(born_on=datetime.strptime(text, form).date())  # noqa: DTZ007
        except ValueError:
            continue
    return Sought(words=text)
