"""The way into a client's file, and back to it."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, require
from suoja.clients import actions
from suoja.clients.models import Spell
from suoja.core.calendar import helsinki_date
from suoja.core.errors import Refused


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    return helsinki_date(now())


def open_client(request: StaffRequest, number: int, permission: Permission) -> Spell:
    """Return the newest spell of a client, for somebody who may do this to the file."""
    require(request.user, permission)
    return actions.open_file(number, by=request.user, at=now())


def carried_out(form: Form, action: Callable[[], object]) -> bool:
    """Test if the form was good and the action done; a refusal becomes an error of the form."""
    if not form.is_valid():
        return False
    try:
        action()
    except Refused as reason:
        form.add_error(None, str(reason))
        return False
    return True


def back_to_file(request: StaffRequest, spell: Spell, done: str | Promise) -> HttpResponse:
    messages.success(request, str(done))
    return redirect("clients:page", spell.person.number)


def form_page(
    request: StaffRequest,
    spell: Spell,
    form: Form,
    *,
    title: str | Promise,
    button: str | Promise,
    template: str = "clients/form.html",
    **more: object,
) -> HttpResponse:
    """Show a form about one client on a page of its own."""
    context = {"spell": spell, "form": form, "title": title, "button": button, **more}
    return render(request, template, context)
