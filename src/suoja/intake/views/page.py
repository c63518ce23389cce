"""One conversation: what the person wrote, what we answered, and what can be done."""

from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, may
from suoja.intake import actions, rules
from suoja.intake.choices import Status
from suoja.intake.forms import AnswerForm, CallForm, LinkForm
from suoja.intake.models import Conversation, Message, MessageFile
from suoja.intake.rendering import outcomes
from suoja.intake.views.duty import on_duty

# Where a message says how else its writer may be reached; a number to call has rules of its own.
REACHED_BY = ("reach", "referrer_contact")


@on_duty(Permission.LETTER_READ)
def conversation_page(request: StaffRequest, number: int, *, at: datetime) -> HttpResponse:
    return page_of(request, number, at=at)


def page_of(
    request: StaffRequest, number: int, refused: Form | None = None, *, at: datetime
) -> HttpResponse:
    """Open a conversation and show it, with what was typed if it was refused."""
    conversation = actions.open_conversation(number, by=request.user, at=at)
    written = list(_messages_of(conversation))
    context = {
        "title": str(conversation),
        "conversation": conversation,
        "messages_said": written,
        "message_ids": [message.pk for message in written],
        "form": refused,
        "answer_form": refused if isinstance(refused, AnswerForm) else AnswerForm(),
        "link_form": refused if isinstance(refused, LinkForm) else LinkForm(),
        "has_way_back": conversation.ways_back.exists(),
        "reached_by": _reached_by(written),
        **_calls(written, refused, at=at),
        **_steps(request, conversation),
    }
    return render(request, "intake/page.html", context)


def _messages_of(conversation: Conversation) -> Any:
    """Return the messages; what lies in their files stays closed."""
    files = MessageFile.objects.defer("original", "view").order_by("pk")
    whole = conversation.messages.in_order().select_related("written_by")
    return whole.prefetch_related(Prefetch("files", files))


def _reached_by(written: list[Message]) -> list[str]:
    """Return how the person may be reached without a code, the newest way first."""
    said = [message.said for message in reversed(written) if message.written_by_id is None]
    ways = [str(one[name]) for one in said for name in REACHED_BY if one.get(name)]
    return list(dict.fromkeys(ways))


def _calls(written: list[Message], refused: Form | None, *, at: datetime) -> dict[str, Any]:
    """Return what a wish to be called needs: the moment, and a form to note what came of a call."""
    possible = outcomes(written)
    form = refused if isinstance(refused, CallForm) else CallForm(outcomes=possible, at=at)
    form.offer(possible)
    return {"at": at, "call_form": form, "wants_call": bool(possible)}


def _steps(request: StaffRequest, conversation: Conversation) -> dict[str, Any]:
    """Return what this member of staff may do, and why it cannot be done now."""
    return {
        "may_answer": may(request.user, Permission.LETTER_ANSWER),
        "may_erase": may(request.user, Permission.LETTER_ERASE),
        "may_close": conversation.status != Status.CLOSED,
        "why_not_close": rules.why_not_close(conversation.status),
    }
