"""The director's decision on a referral."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from suoja.clients.actions.admission import Admission
from suoja.clients.forms.exploitation import PLACES, AccountForm
from suoja.clients.forms.fields import CodeField, RadioField
from suoja.clients.rules import Account
from suoja.core.inputs import DayField
from suoja.persons.models import Person
from suoja.referrals.choices import RefusalGround
from suoja.vocabulary.choices import Office, PermitBasis, ResidenceStatus


class Choice(TextChoices):
    VICTIM = "victim", _("Admit as a victim")
    WITNESS = "witness", _("Admit as a witness")
    NEGATIVE = "negative", _("Refuse")
    LAPSED = "lapsed", _("Let it lapse, because consent was withdrawn")


ADMITTED = frozenset({Choice.VICTIM, Choice.WITNESS})
OF_PLACES = [
    f"{part}_{number}" for number in range(1, PLACES + 1) for part in ("country", "transit", "zone")
]
OF_VICTIMS = ["form", "subform", "industry", "began", "ended", "description", *OF_PLACES]
OF_ADMITTED = ["started_on", "residence_status", "permit_basis", "office", "children"]


class DecisionForm(AccountForm):
    """One choice; what belongs to another one is kept as typed and not checked."""

    choice = RadioField(choices=Choice.choices, label=_("What is decided"))
    ground = RadioField(choices=RefusalGround.choices, label=_("Ground of refusal"))
    started_on = DayField(label=_("Admitted on"))
    residence_status = CodeField(ResidenceStatus.choices, label=_("Residence status"))
    permit_basis = CodeField(PermitBasis.choices, label=_("Basis of the permit"), required=False)
    office = CodeField(Office.choices, label=_("Office"), required=False)
    reasons = forms.CharField(
        label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 5}), required=False
    )

    field_order = ["choice", "ground", "form"]

    def __init__(
        self, *args: Any, listed: Iterable[Person], told_before: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.listed = {str(person.pk): person for person in listed}
        self.told_before = told_before
        self.fields["form"].required = not told_before
        if not told_before:
            self.ask_for_a_place()
        choices = [(key, _in_words(person)) for key, person in self.listed.items()]
        self.fields["children"] = forms.MultipleChoiceField(
            label=_("Children admitted beside"),
            choices=choices,
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )

    def clean(self) -> None:
        choice = self.cleaned_data.get("choice")
        if choice == Choice.VICTIM:
            super().clean()
        else:
            self._overlook(OF_VICTIMS)
        if choice in ADMITTED:
            self._basis_of_permit()
        else:
            self._overlook(OF_ADMITTED)
        if choice != Choice.NEGATIVE:
            self._overlook(["ground"])

    def _overlook(self, names: Iterable[str]) -> None:
        for name in names:
            self.errors.pop(name, None)

    def _basis_of_permit(self) -> None:
        status = self.cleaned_data.get("residence_status")
        if self.cleaned_data.get("permit_basis") and status != ResidenceStatus.RESIDENCE_PERMIT:
            self.add_error("permit_basis", _("Only a residence permit has a basis."))

    def admission(self) -> Admission:
        typed = self.cleaned_data
        return Admission(
            category=typed["choice"],
            started_on=typed["started_on"],
            residence_status=typed["residence_status"],
            permit_basis=typed["permit_basis"],
            office=typed["office"] or "",
            reasons=typed["reasons"],
        )

    def account_of_victim(self) -> Account | None:
        """Return what was told; a witness has none, and who came before may have nothing new."""
        told = self.cleaned_data["choice"] == Choice.VICTIM and self.cleaned_data["form"]
        return self.account() if told else None

    def chosen_children(self) -> list[Person]:
        return [self.listed[key] for key in self.cleaned_data["children"]]


def _in_words(person: Person) -> str:
    born: date | None = person.birth_date
    return person.name if born is None else f"{person.name} ({date_format(born)})"
