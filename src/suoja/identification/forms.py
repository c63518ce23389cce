"""What is typed at each step of identification."""

from django import forms
from django.utils.translation import gettext_lazy as _

from suoja.clients.forms.fields import RadioField
from suoja.core.inputs import DayField
from suoja.identification.choices import Status


class QueueForm(forms.Form):
    since = DayField(label=_("Waits since"))


class StepForm(forms.Form):
    on = DayField(label=_("Day"))


class DecideForm(forms.Form):
    outcome = RadioField(
        label=_("Decision"),
        choices=[(one.value, one.label) for one in (Status.IDENTIFIED, Status.NOT_IDENTIFIED)],
    )
    on = DayField(label=_("Decided on"))
    reasons = forms.CharField(
        label=_("Reasons"), required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
