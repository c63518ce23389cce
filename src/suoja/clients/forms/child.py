"""A child beside a client."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suoja.clients.actions.admission import Admission
from suoja.clients.forms.fields import CodeField, RadioField
from suoja.core.inputs import DayField
from suoja.persons.forms import DetailsForm
from suoja.persons.models import Person
from suoja.vocabulary.choices import Category, Office, ResidenceStatus


class _BesideForm(forms.Form):
    """When and in what right a child comes in."""

    started_on = DayField(label=_("Admitted on"))
    residence_status = CodeField(ResidenceStatus.choices, label=_("Residence status"))
    office = CodeField(Office.choices, label=_("Office"), required=False)

    def admission(self) -> Admission:
        typed = self.cleaned_data
        return Admission(
            category=Category.DEPENDENT_CHILD,
            started_on=typed["started_on"],
            residence_status=typed["residence_status"],
            office=typed["office"] or "",
        )


class ListedChildForm(_BesideForm):
    """A child who was listed in a referral of the guardian."""

    def __init__(self, *args: Any, listed: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.listed = {str(person.pk): person for person in listed}
        named = [(key, person.name) for key, person in self.listed.items()]
        self.fields["child"] = RadioField(choices=named, label=_("Child"))
        self.order_fields(["child"])

    def person(self) -> Person:
        return self.listed[self.cleaned_data["child"]]


class NewChildForm(DetailsForm, _BesideForm):
    """A child who is not written down yet."""
