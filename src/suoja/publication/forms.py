"""What people type about releases."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suoja.accounts.choices import Language
from suoja.core.calendar import HELSINKI, Period
from suoja.core.inputs import DayField, TimeOfDayField
from suoja.law import FIRST_DAY
from suoja.publication.checks import Difference
from suoja.statistics.asking import Question
from suoja.statistics.labels import dimension_label, label
from suoja.statistics.measures.definition import Text
from suoja.statistics.questions import MOST_DIMENSIONS, askable

MORNING = time(9, 0)
BY = "by_"
# Two ways to ask for one age: in groups, or whether it is that of an adult.
ASKED_AS: Mapping[str, Text] = {
    "age_group": _("Age group at admission"),
    "age_at_admission": _("Under 18 or not, at admission"),
}


class DraftForm(forms.Form):
    period = forms.CharField(
        label=_("Period"), max_length=20, help_text=_("A year such as 2020, or a half: 2018-H1.")
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
    """Why one number is not what other reports say."""

    text = forms.CharField(
        label=_("Why the number changed"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        help_text=_("Name nobody. No numbers but years."),
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
        help_text=_("It is printed in the new version. Name nobody. No numbers but years."),
    )


class MeasureForm(forms.Form):
    """The first step of a question: what is counted, and when."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["measure"] = forms.ChoiceField(
            label=_("What is counted"),
            choices=[(key, measure.title) for key, (measure, _by) in askable().items()],
        )
        self.fields["period"] = forms.ChoiceField(
            label=_("Period"),
            help_text=_("Years and half-years that have ended."),
            choices=[(each, each) for each in _ended(today)],
        )


def _ended(today: date) -> Iterator[str]:
    """Yield the periods that can be asked for, the newest first."""
    for year in range(today.year, FIRST_DAY.year - 1, -1):
        for part in ("", "-H2", "-H1"):
            if Period.parse(f"{year}{part}").last_day < today:
                yield f"{year}{part}"


class QuestionForm(forms.Form):
    """The second step: which of those who are counted, and for whom the answer is."""

    def __init__(self, *args: Any, measure: str, period: Period, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.measure, self.period = measure, period
        for dimension in askable()[measure][1]:
            words = [(each, label(dimension.code, each)) for each in dimension.categories]
            listed = sorted(words, key=lambda pair: str(pair[1])) if dimension.open_list else words
            self.fields[f"{BY}{dimension.code}"] = forms.ChoiceField(
                label=str(ASKED_AS.get(dimension.code) or dimension_label(dimension.code)),
                choices=[("", _("All")), *listed],
                required=False,
            )
        self.fields["recipient"] = forms.CharField(
            label=_("Who asks"), max_length=200, help_text=_("The letter is to them.")
        )
        self.fields["purpose"] = forms.CharField(
            label=_("What the number is for"), max_length=500, required=False
        )

    def clean(self) -> dict[str, Any]:
        filters = {
            name.removeprefix(BY): value
            for name, value in self.cleaned_data.items()
            if name.startswith(BY) and value
        }
        if len(filters) > MOST_DIMENSIONS:
            raise forms.ValidationError(
                _("Choose at most %(most)d groups: the others stay at “All”."),
                params={"most": MOST_DIMENSIONS},
            )
        return {
            "question": Question.of(self.measure, self.period, filters),
            "recipient": self.cleaned_data.get("recipient", ""),
            "purpose": self.cleaned_data.get("purpose", ""),
        }
