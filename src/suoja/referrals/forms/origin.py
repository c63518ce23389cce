"""Who refers a person, how, and with what consent."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import HELSINKI
from suoja.core.inputs import DayField, TimeOfDayField
from suoja.referrals.choices import Manner, OralGround
from suoja.referrals.rules import Registration
from suoja.vocabulary.choices import ConsentBy, Organisation, Referrer

YES, NO = "yes", "no"


class OriginForm(forms.Form):
    """What is said about a referral itself; `registration()` returns it as the rules know it."""

    referrer = forms.ChoiceField(label=_("Who refers"), choices=[("", ""), *Referrer.choices])
    organisation = forms.ChoiceField(
        label=_("Organisation"),
        choices=[("", _("None of these")), *Organisation.choices],
        required=False,
    )
    referrer_name = forms.CharField(
        label=_("Name of the one who refers"), max_length=200, required=False
    )
    with_support_person = forms.BooleanField(
        label=_("A support person helps with the referral"), required=False
    )
    manner = forms.ChoiceField(
        label=_("How it came"), choices=Manner.choices, widget=forms.RadioSelect
    )
    oral_ground = forms.ChoiceField(
        label=_("Why orally is enough"),
        choices=OralGround.choices,
        widget=forms.RadioSelect,
    )
    received_on = DayField(label=_("Day it arrived"))
    received_time = TimeOfDayField(label=_("Time"))
    consent = forms.ChoiceField(
        label=_("The person consents"),
        choices=[(YES, _("Yes")), (NO, _("No, or not asked"))],
        widget=forms.RadioSelect,
        help_text=_("A referral without consent is not registered."),
    )
    consent_by = forms.ChoiceField(label=_("Who gave it"), choices=[("", ""), *ConsentBy.choices])
    consent_on = DayField(label=_("Day it was given"))
    summary = forms.CharField(
        label=_("What was told"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What happened, where and when, and whether the person is in danger now."),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("consent") != YES:
            self.not_asked("consent_by", "consent_on")
        if typed.get("manner") != Manner.ORAL:
            self.not_asked("oral_ground")
        return typed

    def not_asked(self, *names: str) -> None:
        """Overlook what was typed as an answer to questions that were not asked."""
        for name in names:
            self.errors.pop(name, None)
            self.cleaned_data[name] = None

    def registration(self) -> Registration:
        typed = self.cleaned_data
        return Registration(
            received_at=datetime.combine(typed["received_on"], typed["received_time"], HELSINKI),
            referrer=typed["referrer"],
            manner=typed["manner"],
            oral_ground=typed["oral_ground"],
            organisation=typed["organisation"] or None,
            referrer_name=typed["referrer_name"],
            with_support_person=typed["with_support_person"],
            consent_by=typed["consent_by"] or ConsentBy.PERSON,
            consent_given_at=self._consent_given_at(),
            summary=typed["summary"],
        )

    def _consent_given_at(self) -> datetime | None:
        if self.cleaned_data["consent"] == NO:
            return None
        return datetime.combine(self.cleaned_data["consent_on"], time(), HELSINKI)
