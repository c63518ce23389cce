"""From a solved life to a made-up person: names and days."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from suoja.core.calendar import birthday, month_of
from suoja.example.plan.cases import (
    PlannedCase,
    PlannedChild,
    PlannedExploitation,
    PlannedNote,
    PlannedPerson,
    PlannedReferral,
    PlannedSpell,
    PlannedStatus,
)
from suoja.example.plan.days import draw_birth_date, draw_day
from suoja.example.plan.journeys import segments
from suoja.example.plan.lives import Child, Life, Stay
from suoja.example.plan.naming import name_person
from suoja.example.plan.proceedings import assessment, period, referral
from suoja.example.plan.tables import shares, texts

_END = date(2020, 12, 31)


def draw_case(life: Life, copy: int, random: Random) -> PlannedCase:
    """Make up one person who lived this life."""
    birth_date = draw_birth_date(life.birth, random)
    told = tuple(_exploitations(life, random))
    referrals, spells = _asked_and_stayed(life, copy, birth_date, told, random)
    person = name_person(
        random,
        sex=life.facts["sex"],
        nationality=life.facts["nationality"],
        birth_date=birth_date,
        registered_on=referrals[0].received_on,
        reachable=bool(spells),
    )
    first = spells[0] if spells else None
    since = first.started_on if first else referrals[0].received_on
    return PlannedCase(
        person=person,
        referrals=referrals,
        spells=spells,
        exploitations=told,
        periods=tuple(period(grant, first, since, random) for grant in life.grants),
        assessment=assessment(life.assessment, spells[0], random) if life.assessment else None,
        children=tuple(_child(child, person, spells[0], random) for child in life.children),
        notes=tuple(_notes(spells, random)),
    )


def _asked_and_stayed(
    life: Life,
    copy: int,
    birth_date: date,
    told: Sequence[PlannedExploitation],
    random: Random,
) -> tuple[tuple[PlannedReferral, ...], tuple[PlannedSpell, ...]]:
    referrals: list[PlannedReferral] = []
    spells: list[PlannedSpell] = []
    since = told[0].ended_on if told and not life.became_victim else birth_date
    stays = {id(stay.request): stay for stay in life.stays}
    for number, request in enumerate(life.requests, start=1):
        age = request.received // 100 - birth_date.year
        asked = referral(request, number, copy, since, age=age, random=random)
        since = asked.decided_on or since
        referrals.append(asked)
        if request.admits:
            spell = _spell(life, stays[id(request)], number - 1, since, random)
            since = spell.ended_on or since
            spells.append(spell)
    return tuple(referrals), tuple(spells)


def _spell(
    life: Life, stay: Stay, referral_place: int, started_on: date, random: Random
) -> PlannedSpell:
    first = stay.number == 1
    ground = stay.facts["ground"] or None
    residence = _residence(life, first=first)
    return PlannedSpell(
        number=stay.number,
        referral=referral_place,
        category=life.facts["category"],
        became_victim_on=draw_day(life.became_victim, random) if life.became_victim else None,
        office=_office(started_on, random),
        started_on=started_on,
        ended_on=draw_day(stay.left, random, since=started_on) if stay.left else None,
        ground=ground,
        return_kind=random.choice(("spontaneous", "assisted"))
        if ground == "returned_home"
        else None,
        residence_status=residence,
        permit_basis=_basis(residence, random),
        residence_changes=tuple(_changes(life, random)) if first else (),
    )


def _residence(life: Life, *, first: bool) -> str:
    """Return the right to stay at admission; who comes again comes as they last stayed."""
    return life.residences[-1][1] if life.residences and not first else life.facts["residence"]


def _basis(residence: str, random: Random) -> str | None:
    return random.choice(("work", "family", "other")) if residence == "residence_permit" else None


def _changes(life: Life, random: Random) -> Iterator[PlannedStatus]:
    for month, status in life.residences:
        basis = random.choice(("victim_52a", "other")) if status == "residence_permit" else None
        yield PlannedStatus(draw_day(month, random), status, basis)


def _office(day: date, random: Random) -> str:
    """Return one of the offices that were open then."""
    open_then: list[str] = [row["office"] for row in shares("offices") if row["since"] <= day.year]
    return random.choice(open_then)


def _exploitations(life: Life, random: Random) -> Iterator[PlannedExploitation]:
    if life.facts.get("code", "none") == "none":
        return
    began_on = draw_day(life.began, random)
    yield PlannedExploitation(
        is_primary=True,
        form=life.facts["code"],
        subform=life.facts["subform"] or None,
        industry=life.facts["industry"] or None,
        began_on=began_on,
        ended_on=draw_day(life.ended, random, since=began_on),
        segments=segments(life.facts["scene"], life.facts["nationality"], random),
        description=texts()["told"][life.facts["code"]],
    )


def _child(
    child: Child, guardian: PlannedPerson, spell: PlannedSpell, random: Random
) -> PlannedChild:
    came_along = child.came == month_of(spell.started_on)
    started_on = spell.started_on
    if not came_along:
        started_on = draw_day(child.came, random, until=spell.ended_on)
    birth_date = draw_birth_date(child.birth, random)
    ended_on = None
    if child.ground == "guardian_left":
        ended_on = spell.ended_on
    elif child.ground == "came_of_age":
        ended_on = birthday(birth_date, 18)
    person = name_person(
        random,
        sex=random.choice(("woman_girl", "man_boy")),
        nationality=guardian.nationality,
        birth_date=birth_date,
        registered_on=started_on,
        family_name=guardian.family_name,
        reachable=False,
    )
    return PlannedChild(
        person=person,
        came_along=came_along,
        started_on=started_on,
        ended_on=ended_on,
        ground=child.ground or None,
    )


def _notes(spells: Sequence[PlannedSpell], random: Random) -> Iterator[PlannedNote]:
    """Yield notes of the last spell, the oldest first."""
    if not spells:
        return
    first = spells[-1].started_on
    last = spells[-1].ended_on or _END
    days = sorted(random.randint(first.toordinal(), last.toordinal()) for _ in range(2))
    for day, text in zip(days, random.sample(texts()["notes"], 2), strict=True):
        yield PlannedNote(date.fromordinal(day), text)
