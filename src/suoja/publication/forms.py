"""What people type about releases."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suoja.accounts.choices import Language
from suoja.core.calendar import HELSINKI, Period
from suoja.core.inputs import DayField, TimeOfDayField
from suoja.publication.checks import Difference
from suoja.publication.choices import Policy

MORNING = time(9, 0)


class DraftForm(forms.Form):
    period = forms.CharField(
        label=_("Period"), max_length=20, help_text=_("A year such as 2020, or a half: 2018-H1.")
    )
    policy = forms.ChoiceField(
        label=_("Protection of small groups"), choices=Policy, initial=Policy.STRICT
    )

    def clean_period(self) -> Period:
        try:
            return Period.parse(self.cleaned_data["period"].strip())
        except ValueError as error:
            raise forms.ValidationError(
                _("Write a year such as 2020, or a half of one: 2018-H1.")
            ) from error


class FindingForm(forms.Form):
    finding = forms.CharField(
        label=_("What was found"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )


class ForewordForm(forms.Form):
    """A text in each language; `cleaned_data` holds what the action takes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in Language.choices:
            self.fields[code] = forms.CharField(
                label=name,
                widget=forms.Textarea(attrs={"rows": 6, "lang": code}),
                max_length=10_000,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        texts = {code: self.cleaned_data.get(code, "") for code in Language.values}
        return {"texts": texts}


class ExplanationForm(forms.Form):
    """Why one total is no longer what the report before said."""

    text = forms.CharField(
        label=_("Why the number changed"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        help_text=_("Name nobody."),
    )

    def __init__(self, *args: Any, difference: Difference, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = f"id_{difference.key}_%s"  # the page has one for each difference
        self.difference = difference

    def clean(self) -> dict[str, Any]:
        return {**self.cleaned_data, "difference": self.difference}


class PublishForm(forms.Form):
    """Now, or from a set time on, in Finland's time."""

    day = DayField(
        label=_("Public from"), required=False, help_text=_("Leave it empty to publish now.")
    )
    time = TimeOfDayField(label=_("Time in Finland"), required=False, initial=MORNING)

    def clean(self) -> dict[str, Any]:
        day, moment = self.cleaned_data.get("day"), self.cleaned_data.get("time") or MORNING
        until = datetime.combine(day, moment, HELSINKI) if day else None
        return {"embargo_until": until}


class CorrectionForm(forms.Form):
    correction = forms.CharField(
        label=_("What was wrong"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text=_("It is printed in the new version. Name nobody."),
    )
