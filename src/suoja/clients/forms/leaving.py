"""When and why somebody leaves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suoja.clients.actions.removal import Exit
from suoja.clients.choices import OF_CHILDREN_ONLY, ExitGround, ReturnKind
from suoja.clients.forms.fields import CodeField, RadioField
from suoja.core.inputs import DayField


class ExitForm(forms.Form):
    ended_on = DayField(label=_("Left on"))
    return_kind = CodeField(
        ReturnKind.choices,
        label=_("How the person returned"),
        help_text=_("Only for a return to the home country."),
        required=False,
    )
    reasons = forms.CharField(
        label=_("Reasons"), required=False, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, *args: Any, of_child: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fitting = [one for one in ExitGround if (one in OF_CHILDREN_ONLY) == of_child]
        grounds = [(one.value, one.label) for one in fitting]
        self.fields["ground"] = RadioField(choices=grounds, label=_("Ground"))
        self.order_fields(["ground"])

    def clean(self) -> None:
        ground = self.cleaned_data.get("ground")
        if self.cleaned_data.get("return_kind") and ground != ExitGround.RETURNED_HOME:
            self.add_error("return_kind", _("Only who returns home does so in one of these ways."))

    def exit(self) -> Exit:
        """Return what was typed, as the action knows it."""
        return Exit(**self.cleaned_data)
