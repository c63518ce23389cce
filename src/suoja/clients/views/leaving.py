"""Leaving the system."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission
from suoja.clients import actions
from suoja.clients.forms.leaving import ExitForm
from suoja.clients.views.door import (
    back_to_file,
    carried_out,
    form_page,
    now,
    open_client,
    today,
)
from suoja.vocabulary.choices import Category


def exit_(request: StaffRequest, number: int) -> HttpResponse:
    spell = open_client(request, number, Permission.CLIENT_REMOVE)
    form = ExitForm(
        request.POST or None,
        of_child=spell.category == Category.DEPENDENT_CHILD,
        initial={"ended_on": today()},
    )
    if carried_out(form, lambda: actions.remove(spell, form.exit(), by=request.user, at=now())):
        return back_to_file(request, spell, _("The exit was recorded."))
    beside = spell.children.open().with_person().order_by("started_on", "person__number")
    return form_page(
        request,
        spell,
        form,
        title=_("Record the exit"),
        button=_("Record the exit"),
        template="clients/exit.html",
        children=beside,
    )
