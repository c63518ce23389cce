"""Periods granted, and the road to official identification."""

from collections.abc import Iterator
from datetime import date

from suoja.example.load.batch import Batch, moment
from suoja.example.load.office import House
from suoja.example.plan.cases import PlannedAssessment, PlannedPeriod
from suoja.identification.choices import OUTCOMES, Status
from suoja.identification.models import Assessment
from suoja.periods.choices import Kind
from suoja.periods.models import GrantedPeriod
from suoja.persons.models import Person


def add_period(planned: PlannedPeriod, person: Person, batch: Batch, house: House) -> None:
    at = moment(planned.granted_on, 15, 30)
    reflection = planned.kind == Kind.REFLECTION
    period = GrantedPeriod(
        person=person,
        kind=planned.kind,
        granted_by_body=planned.granted_by,
        granted_on=planned.granted_on,
        starts_on=planned.granted_on,
        ends_on=planned.ends_on,
        extended_on=planned.extended_on,
        to_client=planned.to_client,
        police_notified_on=planned.granted_on if reflection else None,
        ended_early_on=planned.ended_early_on,
        early_end=planned.early_end,
        recorded_at=at,
        recorded_by=house.director,
    )
    batch.add(period)
    batch.tell(
        "period.grant",
        ("period", period.pk),
        person=person,
        by=house.director,
        at=at,
        kind=planned.kind,
    )


def add_assessment(planned: PlannedAssessment, person: Person, batch: Batch, house: House) -> None:
    adviser = house.adviser(planned.waiting_since)
    at = moment(planned.waiting_since, 12)
    assessment = Assessment(
        person=person,
        body=planned.body,
        status=_status(planned),
        waiting_since=planned.waiting_since,
        begun_on=planned.begun_on,
        group_heard_on=planned.group_heard_on,
        decided_on=planned.decided_on,
        recorded_at=at,
        recorded_by=adviser,
    )
    batch.add(assessment)
    subject = ("identification", assessment.pk)
    batch.tell("identification.queue", subject, person=person, by=adviser, at=at)
    for status, day in _steps(planned):
        by = house.director if status in OUTCOMES else adviser
        at = moment(day, 15)
        batch.tell("identification.move", subject, person=person, by=by, at=at, status=status)


def _steps(planned: PlannedAssessment) -> Iterator[tuple[str, date]]:
    """Yield what the assessment became, and when."""
    if planned.begun_on:
        yield Status.ASSESSING, planned.begun_on
    if planned.group_heard_on:
        yield Status.GROUP_HEARD, planned.group_heard_on
    if planned.decided_on and planned.outcome:
        yield planned.outcome, planned.decided_on


def _status(planned: PlannedAssessment) -> Status:
    if planned.outcome:
        return Status(planned.outcome)
    return Status.ASSESSING if planned.begun_on else Status.WAITING
