"""What is typed when a period is granted, or ended before its day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from suoja.clients.forms.fields import RadioField
from suoja.core.inputs import DayField
from suoja.periods.choices import EarlyEnd, Granter, Kind
from suoja.periods.rules import Grant


class GrantForm(forms.Form):
    kind = RadioField(label=_("Period"), choices=Kind.choices)
    granted_by_body = RadioField(
        label=_("Granted by"), choices=Granter.choices, initial=Granter.ASSISTANCE_SYSTEM
    )
    granted_on = DayField(label=_("Granted on"), help_text=_("The law of this day applies."))
    starts_on = DayField(label=_("Starts on"))
    ends_on = DayField(
        label=_("Ends on"),
        help_text=_("The first day after it: 30 days from 1 June end on 1 July."),
    )
    reasons = forms.CharField(
        label=_("Reasons"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def grant(self) -> Grant:
        """Return what was typed, as the rules know it."""
        return Grant(**self.cleaned_data)


class EndEarlyForm(forms.Form):
    early_end = RadioField(label=_("Why it ends"), choices=EarlyEnd.choices)
    on = DayField(label=_("Ends on"), help_text=_("The first day on which it no longer runs."))
