"""Children beside a client."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission
from suoja.clients import actions
from suoja.clients.forms.child import ListedChildForm, NewChildForm
from suoja.clients.models import Spell
from suoja.clients.views.door import (
    back_to_file,
    carried_out,
    form_page,
    now,
    open_client,
    today,
)
from suoja.persons.models import Person

ADMITTED = _("The child was admitted beside the client.")


def add_child(request: StaffRequest, number: int) -> HttpResponse:
    """Admit a child who is written down here, or one whom a referral lists."""
    guardian = open_client(request, number, Permission.REFERRAL_DECIDE)
    listed = list(_listed(guardian))
    form = NewChildForm(request.POST or None, initial=_same_as(guardian))
    if carried_out(
        form,
        lambda: actions.admit_new_child(
            guardian, form.details(), form.admission(), by=request.user, at=now()
        ),
    ):
        return back_to_file(request, guardian, ADMITTED)
    return form_page(
        request,
        guardian,
        form,
        title=_("Add a child"),
        button=_("Admit the child"),
        template="clients/child.html",
        listed=listed,
    )


def add_listed_child(request: StaffRequest, number: int) -> HttpResponse:
    guardian = open_client(request, number, Permission.REFERRAL_DECIDE)
    form = ListedChildForm(
        request.POST or None, listed=_listed(guardian), initial=_same_as(guardian)
    )
    if carried_out(
        form,
        lambda: actions.admit_child(
            guardian, form.person(), form.admission(), by=request.user, at=now()
        ),
    ):
        return back_to_file(request, guardian, ADMITTED)
    return form_page(
        request, guardian, form, title=_("Add a listed child"), button=_("Admit the child")
    )


def _listed(guardian: Spell) -> Iterable[Person]:
    """Return the children of the guardian's referrals who are not in the system."""
    return (
        Person.objects.filter(accompanies__referral__person=guardian.person)
        .exclude(pk__in=Spell.objects.open().values("person"))
        .distinct()
        .order_by("number")
    )


def _same_as(guardian: Spell) -> dict[str, object]:
    """Return what a child usually shares with the guardian."""
    day = today()
    return {
        "started_on": day,
        "residence_status": guardian.residence_status_on(day),
        "office": guardian.office,
        "nationality": guardian.person.nationality,
        "family_name": guardian.person.family_name,
    }
