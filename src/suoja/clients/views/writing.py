"""Forms that write into a client's file."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission
from suoja.clients import actions
from suoja.clients.forms.exploitation import RecordForm
from suoja.clients.forms.stay import RecogniseForm, ResidenceStatusForm
from suoja.clients.views.door import (
    back_to_file,
    carried_out,
    form_page,
    now,
    open_client,
    today,
)
from suoja.core.errors import OutOfReach
from suoja.persons import actions as persons
from suoja.persons.forms import DetailsForm
from suoja.persons.rules import Details


def exploitation(request: StaffRequest, number: int) -> HttpResponse:
    spell = open_client(request, number, Permission.CLIENT_EDIT)
    form = RecordForm(request.POST or None)
    if carried_out(
        form,
        lambda: actions.record_exploitation(
            spell,
            form.account(),
            submission=form.cleaned_data["submission"],
            by=request.user,
            at=now(),
        ),
    ):
        return back_to_file(request, spell, _("The exploitation was recorded."))
    return form_page(
        request,
        spell,
        form,
        title=_("Record exploitation"),
        button=_("Record"),
        template="clients/exploitation.html",
    )


@require_POST
def make_primary(request: StaffRequest, number: int, pk: UUID) -> HttpResponse:
    spell = open_client(request, number, Permission.CLIENT_EDIT)
    told = spell.person.exploitations.filter(pk=pk).first()
    if told is None:
        raise OutOfReach
    actions.make_primary(spell, told, by=request.user, at=now())
    return back_to_file(request, spell, _("The primary form of exploitation was changed."))


def residence(request: StaffRequest, number: int) -> HttpResponse:
    spell = open_client(request, number, Permission.CLIENT_EDIT)
    form = ResidenceStatusForm(request.POST or None, initial={"since": today()})
    if carried_out(
        form,
        lambda: actions.change_residence_status(
            spell, **form.cleaned_data, by=request.user, at=now()
        ),
    ):
        return back_to_file(request, spell, _("The residence status was changed."))
    return form_page(
        request, spell, form, title=_("Change the residence status"), button=_("Change")
    )


def recognise(request: StaffRequest, number: int) -> HttpResponse:
    spell = open_client(request, number, Permission.REFERRAL_DECIDE)
    form = RecogniseForm(request.POST or None, initial={"on": today()})
    if carried_out(
        form,
        lambda: actions.recognise_as_victim(spell, **form.cleaned_data, by=request.user, at=now()),
    ):
        return back_to_file(request, spell, _("The witness is now a client as a victim."))
    return form_page(
        request,
        spell,
        form,
        title=_("Recognise as a victim"),
        button=_("Recognise"),
        lead=_("The client stays the same client, and is not counted as a new one."),
    )


def correct(request: StaffRequest, number: int) -> HttpResponse:
    spell = open_client(request, number, Permission.CLIENT_EDIT)
    known = {name: getattr(spell.person, name) for name in Details.__dataclass_fields__}
    form = DetailsForm(request.POST or None, initial=known)
    if carried_out(
        form, lambda: persons.correct(spell.person, form.details(), by=request.user, at=now())
    ):
        return back_to_file(request, spell, _("The details were corrected."))
    return form_page(
        request,
        spell,
        form,
        title=_("Correct the details"),
        button=_("Save"),
        template="clients/details.html",
    )
