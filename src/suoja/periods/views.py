"""Granting a period, and ending it early."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from suoja import law
from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission
from suoja.clients.views.door import (
    back_to_file,
    carried_out,
    form_page,
    now,
    open_client,
    today,
)
from suoja.core.errors import OutOfReach
from suoja.periods import actions
from suoja.periods.choices import Kind
from suoja.periods.forms import EndEarlyForm, GrantForm
from suoja.periods.models import GrantedPeriod
from suoja.persons.models import Person


def grant(request: StaffRequest, number: int) -> HttpResponse:
    spell = open_client(request, number, Permission.PERIOD_GRANT)
    day = today()
    form = GrantForm(request.POST or None, initial={"granted_on": day, "starts_on": day})
    if carried_out(
        form, lambda: actions.grant(spell.person, form.grant(), by=request.user, at=now())
    ):
        return back_to_file(request, spell, _("The period was granted."))
    return form_page(
        request,
        spell,
        form,
        title=_("Grant a period"),
        button=_("Grant"),
        template="periods/grant.html",
        **_law_of(spell.person, day),
    )


def end_early(request: StaffRequest, number: int, pk: UUID) -> HttpResponse:
    spell = open_client(request, number, Permission.PERIOD_GRANT)
    period = GrantedPeriod.objects.of(spell.person).filter(pk=pk).first()
    if period is None:
        raise OutOfReach
    form = EndEarlyForm(request.POST or None, initial={"on": today()})
    if carried_out(
        form,
        lambda: actions.end_early(period, **form.cleaned_data, by=request.user, at=now()),
    ):
        return back_to_file(request, spell, _("The period ends early."))
    return form_page(
        request, spell, form, title=_("End the period early"), button=_("End the period")
    )


def _law_of(person: Person, day: date) -> dict[str, object]:
    """Return what may be granted today, after what was granted before."""
    rules, used = law.on(day), _days_used(person)
    return {
        "today": day,
        "reflection": rules.reflection,
        "recovery": rules.recovery,
        "used": used,
        "earliest": rules.reflection.earliest_end(day),
        "latest": rules.reflection.latest_end(day, used[Kind.REFLECTION]),
        "latest_recovery": rules.recovery.latest_end(day, used[Kind.RECOVERY]),
    }


def _days_used(person: Person) -> dict[str, int]:
    periods = list(GrantedPeriod.objects.of(person))
    return {
        kind: sum((one.ran_until - one.starts_on).days for one in periods if one.kind == kind)
        for kind in Kind
    }
