"""What became of a letter, for the page of its conversation: this room knows, and that one asks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import template
from django.template.context import Context

from suoja.accounts.permissions import Permission, may
from suoja.intake.choices import Kind
from suoja.intake.models import Message
from suoja.referrals.models import LetterPart, Referral

register = template.Library()

Registered = Mapping[tuple[UUID, int], Referral]


@dataclass(frozen=True, slots=True)
class Part:
    """One person of a form, or a letter, and the referral that it became."""

    number: int
    told: dict[str, Any]
    referral: Referral | None


@register.simple_tag
def registered_from(messages: Iterable[UUID]) -> Registered:
    """Return the referrals that were registered from messages, by message and part."""
    parts = LetterPart.objects.of(messages).select_related("referral")
    return {(part.message, part.part): part.referral for part in parts}


@register.inclusion_tag("referrals/letter_parts.html", takes_context=True)
def letter_parts(context: Context, message: Message, registered: Registered) -> dict[str, Any]:
    """Show each person of a form, and the way to register them."""
    numbered = enumerate(message.parts, start=1)
    return {
        "message": message,
        "parts": [
            Part(number, told, registered.get((message.pk, number))) for number, told in numbered
        ],
        "is_form": message.kind == Kind.REFERRAL,
        "may_register": may(context["user"], Permission.REFERRAL_REGISTER),
    }
