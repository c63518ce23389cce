"""What statistics may know of clients: months and codes, no name, no day, no free text."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from suoja.clients.models import Exploitation, ResidenceStatusChange, Spell
from suoja.clients.rules import any_conflict_zone, only_in_home_country, place_class
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


def yield_spells(key: Callable[[UUID], int]) -> Iterator[SpellFact]:
    """Yield every spell, oldest first; `key` replaces a person by a number."""
    told, changes = _told(), _residence_changes()
    earlier: defaultdict[UUID, int] = defaultdict(int)
    spells = Spell.objects.select_related("person", "referral", "guardian").order_by(
        "started_on", "person__number"
    )
    for spell in spells.iterator(chunk_size=5_000):
        is_child = spell.category == Category.DEPENDENT_CHILD
        if not is_child:
            earlier[spell.person_id] += 1
        number = 1 if is_child else earlier[spell.person_id]
        is_victim = spell.category == Category.VICTIM
        yield _fact(
            spell,
            number,
            told.get(spell.person_id, _NOTHING_TOLD) if is_victim else _NOTHING_TOLD,
            tuple(changes[spell.pk]),
            key,
        )


def _fact(
    spell: Spell,
    number: int,
    told: _Told,
    changes: tuple[tuple[Month, str], ...],
    key: Callable[[UUID], int],
) -> SpellFact:
    person, referral, guardian = spell.person, spell.referral, spell.guardian
    recognised = spell.recognised_as_victim_on
    return SpellFact(
        person=key(spell.person_id),
        category=spell.admitted_as,
        spell_number=number,
        started=month_of(spell.started_on),
        ended=month_of(spell.ended_on) if spell.ended_on else None,
        end_ground=spell.end_ground,
        became_victim=month_of(recognised) if recognised else None,
        sex=person.sex,
        nationality=person.nationality,
        age_at_admission=spell.age_at_admission,
        adult_from=_adult_from(spell),
        form=told.form,
        subform=told.subform,
        industry=told.industry,
        place=told.place,
        home_country=told.home_country,
        conflict_zone=told.conflict_zone,
        exploited_as_minor=told.exploited_as_minor,
        residence_status=spell.residence_status,
        residence_now=changes,
        referrer=referral.referrer if referral else None,
        organisation=referral.organisation if referral else None,
        guardian=key(guardian.person_id) if guardian else None,
        guardian_residence_status=guardian.residence_status if guardian else None,
    )


def _adult_from(spell: Spell) -> Month | None:
    """Return the month of the 18th birthday of who was admitted under age."""
    if spell.age_at_admission is None or spell.age_at_admission >= MAJORITY:
        return None
    birth_date = spell.person.birth_date
    return month_of(birthday(birth_date, MAJORITY)) if birth_date else None


def _told() -> dict[UUID, _Told]:
    primary = Exploitation.objects.filter(is_primary=True).select_related("person")
    told = {}
    for exploitation in primary.prefetch_related("segments").iterator(chunk_size=5_000):
        segments = [segment.value for segment in exploitation.segments.all()]
        place = place_class(segments)
        told[exploitation.person_id] = _Told(
            form=exploitation.form,
            subform=exploitation.subform,
            industry=exploitation.industry,
            place=place and place.value,
            home_country=only_in_home_country(segments, exploitation.person.nationality),
            conflict_zone=any_conflict_zone(segments),
            exploited_as_minor=exploitation.began_as_minor,
        )
    return told


def _residence_changes() -> defaultdict[UUID, list[tuple[Month, str]]]:
    changes: defaultdict[UUID, list[tuple[Month, str]]] = defaultdict(list)
    rows = ResidenceStatusChange.objects.order_by("since").values_list("spell", "since", "status")
    for spell, since, status in rows.iterator():
        changes[spell].append((month_of(since), status))
    return changes
