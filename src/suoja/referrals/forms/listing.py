"""Which referrals a list shows."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from suoja.referrals.choices import Status
from suoja.referrals.models import Referral, ReferralQuerySet
from suoja.vocabulary.choices import Referrer

UNDECIDED, ALL = "", "all"
FIRST_YEAR, LAST_YEAR = 2006, 2100

_NUMBER = re.compile(r"\s*(?P<kind>[RP]?)-?(?P<number>\d+)\s*", re.IGNORECASE)


class FilterForm(forms.Form):
    """Left alone it asks for those that wait for a decision."""

    status = forms.ChoiceField(
        label=_("Status"),
        choices=[(UNDECIDED, _("Undecided")), *Status.choices, (ALL, _("All"))],
        required=False,
    )
    referrer = forms.ChoiceField(
        label=_("Referrer"), choices=[("", _("All")), *Referrer.choices], required=False
    )
    year = forms.IntegerField(
        label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False
    )
    number = forms.CharField(label=_("Number, R-12 or P-7"), max_length=20, required=False)

    def clean_number(self) -> tuple[str, int] | None:
        text = self.cleaned_data["number"]
        if not text:
            return None
        match = _NUMBER.fullmatch(text)
        if match is None:
            raise forms.ValidationError(_("Write a number such as R-12, or P-7 for a person."))
        return match["kind"].upper(), int(match["number"])

    def found(self) -> ReferralQuerySet:
        """Return what was asked for: who waits longest first, else the newest first."""
        referrals = Referral.objects.with_person()
        if not self.is_valid():
            return referrals.none()
        if self.cleaned_data["number"]:
            return self._numbered(referrals, *self.cleaned_data["number"])
        if self.cleaned_data["year"]:
            referrals = referrals.received_in(self.cleaned_data["year"])
        if self.cleaned_data["referrer"]:
            referrals = referrals.filter(referrer=self.cleaned_data["referrer"])
        return self._in_status(referrals, self.cleaned_data["status"])

    def _numbered(self, referrals: ReferralQuerySet, kind: str, number: int) -> ReferralQuerySet:
        lookup = "person__number" if kind == "P" else "number"
        return referrals.filter(**{lookup: number}).oldest_first()

    def _in_status(self, referrals: ReferralQuerySet, status: str) -> ReferralQuerySet:
        if status == UNDECIDED:
            return referrals.undecided().oldest_first()
        if status != ALL:
            referrals = referrals.filter(status=status)
        return referrals.newest_first()
