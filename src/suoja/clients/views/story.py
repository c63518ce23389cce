"""What happened to a person, gathered from all that is written down."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from suoja.clients.forms.fields import language
from suoja.clients.models import Exploitation, Spell
from suoja.clients.rules import any_conflict_zone, only_in_home_country
from suoja.core.calendar import helsinki_date
from suoja.persons.models import Person
from suoja.vocabulary.choices import Place
from suoja.vocabulary.countries import name


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened on one day."""

    day: date
    what: str | Promise
    more: str | Promise = ""
    referral: int | None = None
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """One place of an exploitation."""

    country: str
    transit: bool
    conflict_zone: bool


@dataclass(frozen=True, slots=True)
class Told:
    """An exploitation with what follows from it."""

    exploitation: Exploitation
    stops: list[Stop]
    classes: list[str]


@dataclass(frozen=True, slots=True)
class Right:
    """A residence status with the day from which it holds."""

    since: date
    status: str | Promise
    basis: str | Promise


def rights_of(spell: Spell) -> list[Right]:
    """Return the residence statuses of a spell, the newest first."""
    changes = sorted(spell.residence_changes.all(), key=lambda change: change.since, reverse=True)
    later = [
        Right(one.since, one.get_status_display(), one.get_permit_basis_display() or "")
        for one in changes
    ]
    status, basis = spell.get_residence_status_display(), spell.get_permit_basis_display()
    return [*later, Right(spell.started_on, status, basis or "")]


def told_of(person: Person) -> list[Told]:
    """Return the exploitations of a person, the primary one first."""
    known = sorted(
        person.exploitations.all(), key=lambda one: (not one.is_primary, one.recorded_at)
    )
    return [_told(exploitation, person.nationality) for exploitation in known]


def _told(exploitation: Exploitation, nationality: str) -> Told:
    segments = [segment.value for segment in exploitation.segments.all()]
    stops = [
        Stop(name(segment.country, language()), segment.transit, segment.conflict_zone)
        for segment in segments
    ]
    classes = [_place(exploitation.place)]
    if only_in_home_country(segments, nationality):
        classes.append(_("only in the home country"))
    if any_conflict_zone(segments):
        classes.append(_("in a conflict zone"))
    if exploitation.began_as_minor:
        classes.append(_("began under 18"))
    return Told(exploitation=exploitation, stops=stops, classes=classes)


def _place(place: str | None) -> str:
    return _("Exploited in Finland") if place == Place.IN_FINLAND else _("Exploited abroad")


def whole_story(person: Person) -> list[Event]:
    """Return everything with a day, newest first."""
    events = chain(
        _referred(person),
        chain.from_iterable(_stayed(spell) for spell in reversed(person.spells.all())),
        _granted(person),
        _assessed(person),
    )
    return sorted(events, key=lambda event: event.day)[::-1]


def _referred(person: Person) -> Iterator[Event]:
    for referral in reversed(person.referrals.all()):
        referrer = referral.get_referrer_display()
        received_on = helsinki_date(referral.received_at)
        yield Event(received_on, _("Referred"), referrer, referral.number)
        if hasattr(referral, "decision"):
            decision = referral.decision
            ground = decision.get_refusal_ground_display() or ""
            decided = _("Decision: %(outcome)s") % {"outcome": decision.get_outcome_display()}
            yield Event(helsinki_date(decision.decided_at), decided, ground)


def _stayed(spell: Spell) -> Iterator[Event]:
    admitted = _("Admitted: %(category)s") % {"category": spell.get_admitted_as_display()}
    yield Event(spell.started_on, admitted, spell.get_residence_status_display())
    if spell.recognised_as_victim_on:
        yield Event(spell.recognised_as_victim_on, _("Recognised as a victim"))
    for change in spell.residence_changes.all():
        yield Event(change.since, _("Residence status changed"), change.get_status_display())
    if spell.ended_on:
        ground = spell.get_end_ground_display() or ""
        yield Event(spell.ended_on, _("Left"), ground, reasons=spell.end_reasons or "")


def _granted(person: Person) -> Iterator[Event]:
    for period in person.periods.all():
        granted = _("%(kind)s granted") % {"kind": period.get_kind_display()}
        by = period.get_granted_by_body_display()
        yield Event(period.granted_on, granted, by, reasons=period.reasons or "")
        if period.ended_early_on:
            ended = _("%(kind)s ended early") % {"kind": period.get_kind_display()}
            yield Event(period.ended_early_on, ended, period.get_early_end_display() or "")


def _assessed(person: Person) -> Iterator[Event]:
    for assessment in person.assessments.all():
        body = assessment.get_body_display()
        steps = (
            (assessment.waiting_since, _("Waits for identification")),
            (assessment.begun_on, _("Assessment begun")),
            (assessment.group_heard_on, _("Group of experts heard")),
        )
        yield from (Event(day, what, body) for day, what in steps if day)
        if assessment.decided_on:
            what, reasons = assessment.get_status_display(), assessment.reasons or ""
            yield Event(assessment.decided_on, what, body, reasons=reasons)
