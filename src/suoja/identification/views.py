"""The steps of official identification, while the law has them."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from suoja import law
from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission
from suoja.clients.models import Spell
from suoja.clients.views.door import (
    back_to_file,
    carried_out,
    form_page,
    now,
    open_client,
    today,
)
from suoja.core.errors import OutOfReach, Refused
from suoja.identification import actions
from suoja.identification.choices import Status
from suoja.identification.forms import DecideForm, QueueForm, StepForm
from suoja.identification.models import Assessment

NO_STEP = _("Identification is no step of its own today: admission is the identification.")


def queue(request: StaffRequest, number: int) -> HttpResponse:
    spell = _open(request, number, Permission.IDENTIFICATION_ASSESS)
    form = QueueForm(request.POST or None, initial={"since": today()})
    if carried_out(
        form, lambda: actions.queue(spell, **form.cleaned_data, by=request.user, at=now())
    ):
        return back_to_file(request, spell, _("The client waits for identification."))
    return form_page(
        request,
        spell,
        form,
        title=_("Queue for identification"),
        button=_("Put into the queue"),
        lead=_(
            "The system assesses those exploited abroad whose case cannot be investigated here."
        ),
    )


def begin(request: StaffRequest, number: int) -> HttpResponse:
    spell = _open(request, number, Permission.IDENTIFICATION_ASSESS)
    assessment, form = _unfinished(spell), StepForm(request.POST or None, initial={"on": today()})
    if carried_out(
        form, lambda: actions.begin(assessment, **form.cleaned_data, by=request.user, at=now())
    ):
        return back_to_file(request, spell, _("The assessment has begun."))
    return form_page(
        request, spell, form, title=_("Begin the assessment"), button=_("Begin the assessment")
    )


def hear_group(request: StaffRequest, number: int) -> HttpResponse:
    spell = _open(request, number, Permission.IDENTIFICATION_ASSESS)
    assessment, form = _unfinished(spell), StepForm(request.POST or None, initial={"on": today()})
    if carried_out(
        form,
        lambda: actions.hear_group(assessment, **form.cleaned_data, by=request.user, at=now()),
    ):
        return back_to_file(request, spell, _("It is noted that the group was heard."))
    return form_page(
        request, spell, form, title=_("The group of experts was heard"), button=_("Save")
    )


def decide(request: StaffRequest, number: int) -> HttpResponse:
    spell = _open(request, number, Permission.IDENTIFICATION_DECIDE)
    assessment, form = _unfinished(spell), DecideForm(request.POST or None, initial={"on": today()})
    if carried_out(form, lambda: _decide(request, assessment, form)):
        return back_to_file(request, spell, _("The decision on identification was recorded."))
    return form_page(
        request,
        spell,
        form,
        title=_("Decide on identification"),
        button=_("Decide"),
        lead=_("Who is not identified leaves the system, with the children beside."),
    )


def _decide(request: StaffRequest, assessment: Assessment, form: DecideForm) -> None:
    typed = form.cleaned_data
    actions.decide(
        assessment,
        Status(typed["outcome"]),
        on=typed["on"],
        reasons=typed["reasons"],
        by=request.user,
        at=now(),
    )


def _open(request: StaffRequest, number: int, permission: Permission) -> Spell:
    spell = open_client(request, number, permission)
    if not law.on(today()).identification.is_own_step:
        raise Refused(NO_STEP)
    return spell


def _unfinished(spell: Spell) -> Assessment:
    assessment = Assessment.objects.of(spell.person).unfinished().first()
    if assessment is None:
        raise OutOfReach
    return assessment
