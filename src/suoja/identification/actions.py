"""Waiting for, assessing and deciding on official identification."""

from datetime import date, datetime

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.clients import actions as clients
from suoja.clients.actions.removal import Exit
from suoja.clients.actions.trail import locked
from suoja.clients.choices import ExitGround
from suoja.clients.models import Spell
from suoja.core import audit
from suoja.core.calendar import helsinki_date
from suoja.core.errors import refuse
from suoja.core.turns import in_turn
from suoja.identification import rules
from suoja.identification.choices import Body, Status
from suoja.identification.models import Assessment

_DAY_OF: dict[Status, str] = {
    Status.ASSESSING: "begun_on",
    Status.GROUP_HEARD: "group_heard_on",
    Status.IDENTIFIED: "decided_on",
    Status.NOT_IDENTIFIED: "decided_on",
}


@in_turn()
def queue(spell: Spell, *, since: date, by: Staff, at: datetime) -> Assessment:
    """Put a client into the queue of those whom the system itself assesses (R127)."""
    require(by, Permission.IDENTIFICATION_ASSESS)
    spell = locked(spell)
    primary = spell.person.exploitations.filter(is_primary=True).first()
    reason = rules.why_not_queue(
        on=since,
        is_open=spell.is_open,
        category=spell.category,
        place=primary.place if primary else None,
        waits=Assessment.objects.of(spell.person).unfinished().exists(),
    )
    refuse(reason)
    assessment = Assessment.objects.create(
        person=spell.person,
        body=Body.ASSISTANCE_SYSTEM,
        status=Status.WAITING,
        waiting_since=since,
        recorded_at=at,
        recorded_by=by,
    )
    _record(assessment, "identification.queue", by=by, at=at)
    return assessment


@in_turn()
def begin(assessment: Assessment, *, on: date, by: Staff, at: datetime) -> Assessment:
    """Begin the assessment."""
    require(by, Permission.IDENTIFICATION_ASSESS)
    return _move(assessment, Status.ASSESSING, on=on, by=by, at=at)


@in_turn()
def hear_group(assessment: Assessment, *, on: date, by: Staff, at: datetime) -> Assessment:
    """Note that the multidisciplinary group of experts was heard (R128)."""
    require(by, Permission.IDENTIFICATION_ASSESS)
    return _move(assessment, Status.GROUP_HEARD, on=on, by=by, at=at)


@in_turn()
def decide(
    assessment: Assessment, outcome: Status, *, on: date, by: Staff, at: datetime, reasons: str = ""
) -> Assessment:
    """Identify, or not; who is not identified leaves the system (R130, R131)."""
    require(by, Permission.IDENTIFICATION_DECIDE)
    decided = _move(assessment, outcome, on=on, by=by, at=at, reasons=reasons)
    if outcome == Status.NOT_IDENTIFIED:
        _remove(decided, on=on, by=by, at=at)
    return decided


def _remove(assessment: Assessment, *, on: date, by: Staff, at: datetime) -> None:
    spell = Spell.objects.of(assessment.person).clients().open().with_person().first()
    if spell is not None:
        leaving = Exit(ended_on=on, ground=ExitGround.NOT_IDENTIFIED)
        clients.remove(spell, leaving, by=by, at=at)


def _move(
    assessment: Assessment, status: Status, *, on: date, by: Staff, at: datetime, reasons: str = ""
) -> Assessment:
    assessment = Assessment.objects.select_for_update().get(pk=assessment.pk)
    latest = assessment.group_heard_on or assessment.begun_on or assessment.waiting_since
    reason = rules.why_not_move(
        assessment.status,
        status,
        body=assessment.body,
        earlier=latest,
        on=on,
        today=helsinki_date(at),
    )
    refuse(reason)
    assessment.status = status
    assessment.reasons = reasons
    setattr(assessment, _DAY_OF[status], on)
    assessment.save()
    _record(assessment, "identification.move", by=by, at=at)
    return assessment


def _record(assessment: Assessment, verb: str, *, by: Staff, at: datetime) -> None:
    audit.record(
        by=by.username,
        at=at,
        verb=verb,
        subject="identification",
        subject_id=assessment.pk,
        person_id=assessment.person_id,
        detail={"status": assessment.status},
    )
