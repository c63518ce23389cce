"""Made-up facts: rows for examples, and a strategy that draws whole small caseloads."""

import random
from dataclasses import replace

from hypothesis import strategies as st

from suoja.clients.facts import SpellFact
from suoja.identification.facts import IdentificationFact
from suoja.periods.facts import PeriodFact
from suoja.referrals.facts import ReferralFact
from suoja.statistics.dimensions.process import EXIT_GROUNDS, REFUSAL_GROUNDS
from suoja.statistics.facts import Facts
from suoja.vocabulary.choices import SUBFORMS, Form, Organisation, Referrer, ResidenceStatus, Sex
from suoja.vocabulary.countries import NATIONALITIES

VICTIM = SpellFact(
    person=1,
    category="victim",
    spell_number=1,
    started=202003,
    ended=None,
    end_ground=None,
    became_victim=None,
    sex="woman_girl",
    nationality="NG",
    age_at_admission=30,
    adult_from=None,
    form="forced_labour",
    subform=None,
    industry=None,
    place="in_finland",
    home_country=False,
    conflict_zone=False,
    exploited_as_minor=False,
    residence_status="asylum_seeker",
    residence_now=(),
    referrer="police",
    organisation=None,
    guardian=None,
    guardian_residence_status=None,
)
WITNESS = replace(
    VICTIM,
    category="witness",
    form=None,
    place=None,
    home_country=None,
    conflict_zone=None,
    exploited_as_minor=None,
)
CHILD = replace(
    WITNESS,
    category="dependent_child",
    age_at_admission=4,
    adult_from=203401,
    referrer=None,
    guardian=1,
    guardian_residence_status="asylum_seeker",
)
REFERRAL = ReferralFact(
    person=1,
    request_number=1,
    received=202001,
    referrer="police",
    organisation=None,
    group=None,
    outcome="positive",
    decided=202003,
    refusal_ground=None,
    readmission=False,
)
MONTHS = tuple(year * 100 + month for year in range(2006, 2021) for month in range(1, 13))


def codes(words):
    return [member.value for member in words]


def caseload(seed, people, *, since=2006):
    """Return facts of so many people; the same seed gives the same facts."""
    chance = random.Random(seed)  # noqa: S311  (made-up people, not secrets)
    months = [month for month in MONTHS if month >= since * 100]
    rows = [_person(chance, number, months) for number in range(1, people + 1)]
    return Facts(*(tuple(row for each in rows for row in each[kind]) for kind in range(4)))


def _person(chance, number, months):
    start = chance.randrange(len(months))
    received, decided = months[max(0, start - chance.randrange(3))], months[start]
    referral = replace(
        REFERRAL,
        person=number,
        received=received,
        decided=decided,
        referrer=chance.choice(codes(Referrer)[:-1]),
        organisation=chance.choice([None, None, *codes(Organisation)]),
    )
    spell = _spell(chance, number, start, months)
    again = _again(chance, spell, months)
    child = _child(chance, spell)
    return (
        (referral, *map(_readmitted, again), *_refused(chance, number, months)),
        (spell, *again, *child),
        _periods(chance, number, decided),
        _identification(chance, number, start, months),
    )


def _spell(chance, number, start, months):
    template = chance.choices([VICTIM, WITNESS], [40, 1])[0]
    age = chance.choice([None, 15, 17, 19, 22, 27, 33, 41, 58, 71])
    end = start + chance.randrange(1, 60)
    spell = replace(
        template,
        person=number,
        started=months[start],
        ended=months[end] if end < len(months) else None,
        end_ground=chance.choice(EXIT_GROUNDS) if end < len(months) else None,
        sex=chance.choices(codes(Sex), [55, 44, 1])[0],
        nationality=NATIONALITIES[int(chance.paretovariate(0.7)) % len(NATIONALITIES)],
        age_at_admission=age,
        adult_from=months[start] + 100 * (18 - age) if age and age < 18 else None,
        residence_status=chance.choice(codes(ResidenceStatus)),
    )
    return _exploited(chance, spell, months, end) if template is VICTIM else spell


def _closer(person, form):
    """Return a closer form of this one, or none; drawn apart from all the rest."""
    own = random.Random(person)  # noqa: S311
    inner = [each.value for each in SUBFORMS.get(form, ())]
    return own.choice([*inner, *inner, None]) if inner else None


def _exploited(chance, spell, months, end):
    form = chance.choices(codes(Form), [62, 122, 45, 5, 3, 2, 1, 1, 6])[0]
    moved = months[min(end, len(months)) - 1]
    return replace(
        spell,
        form=form,
        subform=_closer(spell.person, form),
        place=chance.choice(["in_finland", "abroad"]),
        home_country=chance.choice([True, False]),
        conflict_zone=chance.choice([True, False, False, False]),
        exploited_as_minor=chance.choice([True, False, False, False, None]),
        residence_now=((moved, "residence_permit"),) if chance.random() < 0.3 else (),
    )


def _again(chance, spell, months):
    if spell.ended is None or chance.random() > 0.05:
        return ()
    return (replace(spell, spell_number=2, started=spell.ended, ended=None, end_ground=None),)


def _readmitted(spell):
    """Return the referral after which somebody was admitted again."""
    months = {"received": spell.started, "decided": spell.started}
    return replace(REFERRAL, person=spell.person, request_number=2, readmission=True, **months)


def _child(chance, spell):
    if chance.random() > 0.3:
        return ()
    child = replace(CHILD, person=1_000_000 + spell.person, guardian=spell.person)
    status = spell.residence_status
    left = {"ended": spell.ended, "end_ground": spell.ended and "guardian_left"}
    return (replace(child, started=spell.started, guardian_residence_status=status, **left),)


def _refused(chance, number, months):
    if chance.random() > 0.4:
        return ()
    at = chance.randrange(len(months) - 1)
    refusal = replace(
        REFERRAL,
        person=number,
        request_number=chance.choice([2, 3]),
        received=months[at],
        decided=chance.choice([None, months[at], months[at + 1]]),
    )
    if refusal.decided is None:
        return (replace(refusal, outcome=None),)
    ground = chance.choice(REFUSAL_GROUNDS)
    return (replace(refusal, outcome="negative", refusal_ground=ground),)


def _periods(chance, number, granted):
    if chance.random() > 0.1:
        return ()
    kind = chance.choice(["reflection", "recovery"])
    body = chance.choice(["assistance_system", "assistance_system", "police", "border_guard"])
    return (PeriodFact(number, kind, granted, body, 90, client=True),)


def _identification(chance, number, start, months):
    if chance.random() > 0.2:
        return ()
    assessed, decided = chance.choice([(None, None), (start, None), (start, start)])
    when = [None if place is None else months[place] for place in (assessed, decided)]
    outcome = chance.choice(["identified", "not_identified"]) if when[1] else None
    return (IdentificationFact(number, months[start], *when, outcome, "assistance_system"),)


def caseloads(people=60):
    """Draw a caseload of at most so many people, all of 2019 and 2020."""
    return st.builds(caseload, st.integers(0, 10_000), st.integers(0, people), since=st.just(2019))
