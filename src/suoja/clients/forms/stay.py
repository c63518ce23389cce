"""Changes of the capacity and the right in which somebody is here."""

from django import forms
from django.utils.translation import gettext_lazy as _

from suoja.clients.forms.fields import CodeField
from suoja.core.inputs import DayField
from suoja.vocabulary.choices import PermitBasis, ResidenceStatus


class ResidenceStatusForm(forms.Form):
    status = CodeField(ResidenceStatus.choices, label=_("New residence status"))
    permit_basis = CodeField(PermitBasis.choices, label=_("Basis of the permit"), required=False)
    since = DayField(label=_("Since"))

    def clean(self) -> None:
        status = self.cleaned_data.get("status")
        if self.cleaned_data.get("permit_basis") and status != ResidenceStatus.RESIDENCE_PERMIT:
            self.add_error("permit_basis", _("Only a residence permit has a basis."))


class RecogniseForm(forms.Form):
    on = DayField(label=_("Recognised as a victim on"))
