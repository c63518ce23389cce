"""What all pages of the referral form have in common."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LONGEST_STORY = 10_000
OFF = {"autocomplete": "off"}
FAULTS = {
    "max_length": gettext_lazy("This is too long. Make it shorter."),
    "invalid_choice": gettext_lazy("Choose one of the answers."),
    "invalid": gettext_lazy("Write the day as day, month and year, such as 24.12.2020."),
}


class PageForm(forms.Form):
    """One page: bound to what was typed, or shown with what is kept."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        today: date,
        person: Mapping[str, Any],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, use_required_attribute=False, **kwargs)
        self.today, self.person = today, person
        for field in self.fields.values():
            field.error_messages.update(FAULTS)

    def kept(self) -> dict[str, Any]:
        """Return what was typed, as it was typed, without what was left empty."""
        typed = {
            name: field.widget.value_from_datadict(self.data, self.files, name)
            for name, field in ((self.add_prefix(name), each) for name, each in self.fields.items())
        }
        return {name: value for name, value in typed.items() if value}

    def not_asked(self, name: str) -> None:
        """Overlook what was typed as an answer to a question that was not asked."""
        self.errors.pop(name, None)
        self.cleaned_data[name] = None

    def told(self) -> dict[str, Any]:
        """Return what those on duty are told; a day is written year first."""
        return {name: _plain(value) for name, value in self.cleaned_data.items()}

    def in_words(self) -> Iterator[tuple[str, str]]:
        """Yield each question that was answered, with its answer."""
        for bound in self:
            if words := _words(bound):
                yield str(bound.label), words


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else value


def _words(bound: BoundField) -> str:
    form = bound.form
    value = (
        form.cleaned_data.get(bound.name) if form.is_bound and form.is_valid() else bound.value()
    )
    if isinstance(value, date):
        return date_format(value)
    if isinstance(value, bool):
        return _("Yes") if value else ""
    if isinstance(bound.field, forms.ChoiceField):
        return _labels(bound.field, value)
    return str(value or "")


def _labels(field: forms.ChoiceField, value: Any) -> str:
    choices: Any = field.choices
    labels = {str(code): str(label) for code, label in choices}
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(labels.get(str(each), str(each)) for each in chosen if each)


def short_text(label: Any, *, longest: int = 200, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=longest,
        help_text=hint,
        widget=forms.TextInput(OFF),
    )


def long_text(
    label: Any, *, rows: int = 4, hint: Any = "", required: bool = False, **kwargs: Any
) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST_STORY,
        help_text=hint,
        widget=forms.Textarea({"rows": rows, **OFF}),
        **kwargs,
    )
