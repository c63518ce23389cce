"""What people type about releases."""

from django import forms
from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period
from suoja.publication.choices import Policy


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


class CorrectionForm(forms.Form):
    correction = forms.CharField(
        label=_("What was wrong"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text=_("It is printed in the new version. Name nobody."),
    )
