"""What happened with a referral, and what stands around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from suoja.accounts.models import Staff
from suoja.core.models import AuditEntry
from suoja.referrals.choices import Outcome, Status
from suoja.referrals.models import Decision, Referral

# Written into the audit and nowhere else; everything beside it a referral says itself.
_STEPS = ("referral.move", "referral.add_child")


@dataclass(frozen=True, slots=True)
class Event:
    at: datetime
    what: str
    by: str = ""


def everything_of(referral: Referral) -> dict[str, Any]:
    """Return what a page says beside the referral itself."""
    beside = Referral.objects.filter(group=referral.group).exclude(pk=referral.pk)
    return {
        "decision": _decision_on(referral),
        "earlier": earlier_requests(referral),
        "children": referral.children.select_related("person").order_by("person__number"),
        "beside": beside.order_by("number") if referral.group else [],
    }


def earlier_requests(referral: Referral) -> Any:
    """Return the other requests of the same person with what became of them."""
    others = Referral.objects.of(referral.person).exclude(pk=referral.pk)
    return others.select_related("decision").order_by("request_number")


def story_of(referral: Referral) -> list[Event]:
    """Return what happened, oldest first."""
    return sorted([*_own_events(referral), *_audited_steps(referral)], key=lambda event: event.at)


def _own_events(referral: Referral) -> Iterator[Event]:
    yield Event(referral.received_at, _("Received"))
    yield Event(referral.registered_at, _("Registered"), referral.registered_by.display_name)
    if referral.consent_withdrawn_at is not None and referral.consent_withdrawn_recorded_by:
        recorded_by = referral.consent_withdrawn_recorded_by.display_name
        yield Event(referral.consent_withdrawn_at, _("Consent withdrawn"), recorded_by)
    decision = _decision_on(referral)
    if decision is not None:
        outcome = str(Outcome(decision.outcome).label)
        what = _("Decided: %(outcome)s") % {"outcome": outcome}
        yield Event(decision.decided_at, what, decision.decided_by.display_name)


def _audited_steps(referral: Referral) -> Iterator[Event]:
    entries = AuditEntry.objects.filter(
        person_id=referral.person_id,
        subject="referral",
        subject_id=str(referral.number),
        verb__in=_STEPS,
    )
    names = dict(Staff.objects.values_list("username", "display_name"))
    for entry in entries.order_by("sequence"):
        what = _("Child listed")
        if entry.verb == "referral.move":
            what = str(Status(entry.detail["status"]).label)
        yield Event(entry.at, what, names.get(entry.by, entry.by))


def _decision_on(referral: Referral) -> Decision | None:
    return Decision.objects.filter(referral=referral).select_related("decided_by").first()
