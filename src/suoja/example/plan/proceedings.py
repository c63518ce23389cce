"""The days of what was asked, decided and granted in one life."""

from datetime import date, timedelta
from random import Random

from suoja.core.calendar import add_months
from suoja.example.plan.cases import PlannedAssessment, PlannedPeriod, PlannedReferral, PlannedSpell
from suoja.example.plan.days import draw_day
from suoja.example.plan.lives import Assessment, Grant, Request
from suoja.example.plan.naming import name_official
from suoja.example.plan.referring import CONSENT_WITHDRAWN
from suoja.example.plan.stays import ALONE
from suoja.example.plan.tables import texts

# People proposed together were proposed, and decided on, on one day.
_GROUP_ASKED, _GROUP_DECIDED = 11, 18


def referral(
    request: Request, number: int, copy: int, since: date, *, age: int, random: Random
) -> PlannedReferral:
    """Date a request and its decision, after `since`."""
    received_on, decided_on = _days(request, since, random)
    facts = request.facts
    by_the_person = facts["referrer"] == "self"
    oral_ground = _oral_ground(random, by_the_person=by_the_person)
    outcome, ground, reasons = _decision(request)
    return PlannedReferral(
        request_number=number,
        received_on=received_on,
        manner="oral" if oral_ground else "written",
        oral_ground=oral_ground,
        referrer=facts["referrer"],
        organisation=facts["organisation"] or None,
        referrer_name="" if by_the_person else name_official(random),
        with_support_person=by_the_person and random.random() < 0.3,
        consent_by=_consent(age),
        group=f"{facts['group']}/{copy}" if facts["group"] != ALONE else None,
        summary=texts()["told"][facts["told"]],
        outcome=outcome,
        decided_on=decided_on,
        refusal_ground=ground,
        readmission=request.readmission,
        reasons=reasons,
    )


def _days(request: Request, since: date, random: Random) -> tuple[date, date | None]:
    if request.decided is None:
        return draw_day(request.received, random, since=since), None
    if request.facts["group"] != ALONE:
        asked, decided = request.received, request.decided
        return (
            date(asked // 100, asked % 100, _GROUP_ASKED),
            date(decided // 100, decided % 100, _GROUP_DECIDED),
        )
    received_on = draw_day(request.received, random, since=since)
    return received_on, draw_day(request.decided, random, since=received_on)


def _oral_ground(random: Random, *, by_the_person: bool) -> str | None:
    if by_the_person:
        return "by_the_person" if random.random() < 0.5 else None
    return "urgent" if random.random() < 0.05 else None


def _consent(age: int) -> str:
    if age >= 18:
        return "person"
    return "person_and_guardian" if age >= 15 else "representative"


def _decision(request: Request) -> tuple[str | None, str | None, str]:
    """Return outcome, ground of refusal and reasons."""
    ground = request.facts["ground"]
    if request.decided is None:
        return None, None, ""
    if request.admits:
        witness = request.facts["told"] == "none"
        return "positive", None, texts()["reasons"]["witness" if witness else "positive"]
    if ground == CONSENT_WITHDRAWN:
        return "lapsed_consent_withdrawn", None, texts()["reasons"]["lapsed"]
    return "negative", ground, texts()["reasons"][ground]


def period(grant: Grant, spell: PlannedSpell | None, since: date, random: Random) -> PlannedPeriod:
    """Date a reflection or recovery period; it ends early for who leaves during it."""
    ended_on = spell.ended_on if spell else None
    granted_on = draw_day(grant.month, random, since=since, until=ended_on)
    extended_on = None
    if grant.kind == "reflection":
        shortest = 2 if granted_on.year < 2020 else 3
        ends_on = add_months(granted_on, random.randint(shortest, 6))
    else:
        ends_on = granted_on + timedelta(days=30)
        if random.random() < 0.4:
            extended_on = granted_on + timedelta(days=25)
            ends_on = granted_on + timedelta(days=random.choice((60, 90)))
    early = ended_on if ended_on is not None and ended_on < ends_on else None
    return PlannedPeriod(
        kind=grant.kind,
        granted_by=grant.granted_by,
        granted_on=granted_on,
        ends_on=ends_on,
        extended_on=extended_on if early is None else None,
        ended_early_on=early,
        early_end=_early_end(spell) if spell and early else None,
        to_client=spell is not None,
    )


def _early_end(spell: PlannedSpell) -> str:
    return {
        "continuous_residence_permit": "permit_granted",
        "returned_home": "returned_home",
    }.get(spell.ground or "", "interrupted")


def assessment(told: Assessment, spell: PlannedSpell, random: Random) -> PlannedAssessment:
    """Date the road to identification; who is not identified leaves on that day."""
    waiting = draw_day(told.waiting_since, random, since=spell.started_on)
    begun = draw_day(told.assessed, random, since=waiting) if told.assessed else None
    decided = None
    if begun and told.decided:
        decided = draw_day(told.decided, random, since=begun)
        if told.outcome == "not_identified":
            decided = spell.ended_on
    heard = None
    if begun and decided:
        heard = begun + (decided - begun) * 2 // 3
    return PlannedAssessment(
        body=told.body,
        waiting_since=waiting,
        begun_on=begun,
        group_heard_on=heard,
        decided_on=decided,
        outcome=told.outcome,
    )
