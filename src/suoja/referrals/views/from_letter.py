"""Registering a referral from a letter, without typing anything twice."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import OutOfReach
from suoja.intake import actions as letters
from suoja.intake.models import Message
from suoja.referrals.forms.letters import beginning_of, children_of
from suoja.referrals.forms.registration import KNOWN_GROUP, NEW_GROUP, RegistrationForm
from suoja.referrals.models import LetterPart
from suoja.referrals.rules import Origin
from suoja.referrals.views.registration import form_page, received


def from_letter(request: StaffRequest, message: UUID, part: int) -> HttpResponse:
    """Show the form filled in from one part of a message, and receive it."""
    require(request.user, Permission.LETTER_READ)
    require(request.user, Permission.REFERRAL_REGISTER)
    at = datetime.now(UTC)
    letter = Message.objects.filter(pk=message).select_related("conversation").first()
    if letter is None or not 1 <= part <= len(letter.parts):
        raise OutOfReach
    if request.method == "POST":
        origin = Origin(message, part)
        return received(request, RegistrationForm(request.POST, at=at), letter, origin)
    known = LetterPart.objects.of([message]).filter(part=part).first()
    if known is not None:
        return redirect("referrals:page", known.referral.number)
    letters.open_conversation(letter.conversation.number, by=request.user, at=at)
    return form_page(request, _form(letter, part, at), letter)


def _form(letter: Message, part: int, at: datetime) -> RegistrationForm:
    told = letter.parts[part - 1]
    begun = {"submission": uuid4(), **beginning_of(letter, told), **_group_of(letter)}
    return RegistrationForm(initial=begun, rows=children_of(told), at=at)


def _group_of(letter: Message) -> dict[str, Any]:
    """Return the group of the others who were named together: the first opens it."""
    if len(letter.parts) == 1:
        return {}
    others = LetterPart.objects.of([letter.pk]).select_related("referral__group")
    groups = [str(other.referral.group) for other in others if other.referral.group]
    if not groups:
        return {"group": NEW_GROUP}
    return {"group": KNOWN_GROUP, "group_number": groups[0]}
