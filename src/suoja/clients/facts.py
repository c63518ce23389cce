"""What statistics may know of clients: months and codes, no name, no day, no free text."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from suoja.clients.models import Exploitation, PlaceSegment, ResidenceStatusChange, Spell
from suoja.clients.rules import Segment, any_conflict_zone, only_in_home_country, place_class
from suoja.core.calendar import MAJORITY, Month, birthday, month_of
from suoja.vocabulary.choices import Category


@dataclass(frozen=True, slots=True)
class SpellFact:
    """One time of being a client, or a child beside a client."""

    person: int
    category: str
    spell_number: int
    started: Month
    ended: Month | None
    end_ground: str | None
    became_victim: Month | None
    sex: str
    nationality: str
    age_at_admission: int | None
    adult_from: Month | None
    form: str | None
    subform: str | None
    industry: str | None
    place: str | None
    home_country: bool | None
    conflict_zone: bool | None
    exploited_as_minor: bool | None
    residence_status: str
    residence_now: tuple[tuple[Month, str], ...]
    referrer: str | None
    organisation: str | None
    guardian: int | None
    guardian_residence_status: str | None


@dataclass(frozen=True, slots=True)
class _Told:
    """The primary exploitation of a person, reduced to its classes."""

    form: str | None = None
    subform: str | None = None
    industry: str | None = None
    place: str | None = None
    home_country: bool | None = None
    conflict_zone: bool | None = None
    exploited_as_minor: bool | None = None


_NOTHING_TOLD = _Told()

_SPELL = (
    "pk",
    "person_id",
    "category",
    "admitted_as",
    "started_on",
    "ended_on",
    "end_ground",
    "recognised_as_victim_on",
    "person__sex",
    "person__nationality",
    "age_at_admission",
    "residence_status",
    "referral__referrer",
    "referral__organisation",
    "guardian__person_id",
    "guardian__residence_status",
)
_EXPLOITATION = (
    "pk",
    "person_id",
    "person__nationality",
    "form",
    "subform",
    "industry",
    "began_as_minor",
)


def yield_spells(key: Callable[[UUID], int]) -> Iterator[SpellFact]:
    """Yield every spell, oldest first; `key` replaces a person by a number."""
    told, changes, majority = _told(), _residence_changes(), _majority()
    earlier: defaultdict[UUID, int] = defaultdict(int)
    spells = Spell.objects.order_by("started_on", "person__number").values_list(*_SPELL, named=True)
    for spell in spells.iterator(chunk_size=5_000):
        is_client = spell.category != Category.DEPENDENT_CHILD
        earlier[spell.person_id] += is_client
        is_victim = spell.category == Category.VICTIM
        exploitation = told.get(spell.person_id, _NOTHING_TOLD) if is_victim else _NOTHING_TOLD
        guardian = spell.guardian__person_id
        yield SpellFact(
            person=key(spell.person_id),
            category=spell.admitted_as,
            spell_number=earlier[spell.person_id] if is_client else 1,
            started=month_of(spell.started_on),
            ended=_month(spell.ended_on),
            end_ground=spell.end_ground,
            became_victim=_month(spell.recognised_as_victim_on),
            sex=spell.person__sex,
            nationality=spell.person__nationality,
            age_at_admission=spell.age_at_admission,
            adult_from=majority.get(spell.pk),
            form=exploitation.form,
            subform=exploitation.subform,
            industry=exploitation.industry,
            place=exploitation.place,
            home_country=exploitation.home_country,
            conflict_zone=exploitation.conflict_zone,
            exploited_as_minor=exploitation.exploited_as_minor,
            residence_status=spell.residence_status,
            residence_now=tuple(changes[spell.pk]),
            referrer=spell.referral__referrer,
            organisation=spell.referral__organisation,
            guardian=key(guardian) if guardian else None,
            guardian_residence_status=spell.guardian__residence_status,
        )


def _month(day: date | None) -> Month | None:
    return month_of(day) if day else None


def _majority() -> dict[UUID, Month]:
    """Return the month in which who was admitted under age turns 18; no other birth date opens."""
    minors = Spell.objects.filter(age_at_admission__lt=MAJORITY).select_related("person")
    return {
        spell.pk: month_of(birthday(spell.person.birth_date, MAJORITY))
        for spell in minors.iterator(chunk_size=5_000)
        if spell.person.birth_date
    }


def _told() -> dict[UUID, _Told]:
    places = _places()
    primary = Exploitation.objects.filter(is_primary=True).values_list(*_EXPLOITATION)
    told = {}
    for pk, person, nationality, form, subform, industry, as_minor in primary.iterator():
        segments = places[pk]
        place = place_class(segments)
        told[person] = _Told(
            form=form,
            subform=subform,
            industry=industry,
            place=place and place.value,
            home_country=only_in_home_country(segments, nationality),
            conflict_zone=any_conflict_zone(segments),
            exploited_as_minor=as_minor,
        )
    return told


def _places() -> defaultdict[UUID, list[Segment]]:
    places: defaultdict[UUID, list[Segment]] = defaultdict(list)
    rows = PlaceSegment.objects.order_by("exploitation_id", "position").values_list(
        "exploitation_id", "country", "transit", "conflict_zone"
    )
    for exploitation, country, transit, conflict_zone in rows.iterator():
        segment = Segment(country=country, transit=transit, conflict_zone=conflict_zone)
        places[exploitation].append(segment)
    return places


def _residence_changes() -> defaultdict[UUID, list[tuple[Month, str]]]:
    changes: defaultdict[UUID, list[tuple[Month, str]]] = defaultdict(list)
    rows = ResidenceStatusChange.objects.order_by("since").values_list("spell", "since", "status")
    for spell, since, status in rows.iterator():
        changes[spell].append((month_of(since), status))
    return changes
