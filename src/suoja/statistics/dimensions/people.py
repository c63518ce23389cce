"""By what a person is: sex, age, nationality, residence status, capacity."""

from suoja.clients.facts import SpellFact
from suoja.core.calendar import MAJORITY, Period
from suoja.statistics.choices import UNKNOWN, AgeGroup, Majority
from suoja.statistics.dimensions.definition import Dimension, codes
from suoja.statistics.dimensions.exploitation import CAPACITY, capacity_at
from suoja.vocabulary.choices import Category, Region, ResidenceStatus, Sex
from suoja.vocabulary.countries import NATIONALITIES, REGION_OF

# The lowest age of each group, oldest first.
_GROUPS = (
    (65, AgeGroup.FROM_65),
    (55, AgeGroup.FROM_55),
    (45, AgeGroup.FROM_45),
    (35, AgeGroup.FROM_35),
    (25, AgeGroup.FROM_25),
    (MAJORITY, AgeGroup.FROM_18),
    (0, AgeGroup.MINOR),
)


def age_group(age: int | None) -> str:
    """Return the group of an age in full years."""
    if age is None:
        return AgeGroup.UNKNOWN
    return next(group for lowest, group in _GROUPS if age >= lowest)


def majority(age: int | None) -> str:
    """Return whether someone of this age is of age."""
    if age is None:
        return Majority.UNKNOWN
    return Majority.UNDER_18 if age < MAJORITY else Majority.ADULT


def age_now(spell: SpellFact, period: Period) -> str:
    """Return whether the person is of age when the period ends."""
    at_admission = majority(spell.age_at_admission)
    if at_admission != Majority.UNDER_18:
        return at_admission
    grown = spell.adult_from is not None and spell.adult_from <= period.last
    return Majority.ADULT if grown else Majority.UNDER_18


def status_now(spell: SpellFact, period: Period) -> str:
    """Return the residence status when the period ends: the last change by then."""
    changes = [change for change in spell.residence_now if change[0] <= period.last]
    return max(changes, key=_month)[1] if changes else spell.residence_status


def _month(change: tuple[int, str]) -> int:
    return change[0]


_STATUSES = codes(ResidenceStatus)

SEX = Dimension[SpellFact]("sex", codes(Sex), lambda spell, _: spell.sex, ("sex",))
AGE_GROUP = Dimension[SpellFact](
    "age_group",
    codes(AgeGroup),
    lambda spell, _: age_group(spell.age_at_admission),
    ("age_at_admission",),
)
AGE_AT_ADMISSION = Dimension[SpellFact](
    "age_at_admission",
    codes(Majority),
    lambda spell, _: majority(spell.age_at_admission),
    ("age_at_admission",),
)
AGE_NOW = Dimension[SpellFact](
    "age_now", codes(Majority), age_now, ("age_at_admission", "adult_from")
)
NATIONALITY = Dimension[SpellFact](
    "nationality",
    NATIONALITIES,
    lambda spell, _: spell.nationality,
    ("nationality",),
    open_list=True,
)
REGION = Dimension[SpellFact](
    "region", codes(Region), lambda spell, _: REGION_OF[spell.nationality].value, ("nationality",)
)
RESIDENCE_STATUS = Dimension[SpellFact](
    "residence_status", _STATUSES, lambda spell, _: spell.residence_status, ("residence_status",)
)
RESIDENCE_STATUS_NOW = Dimension[SpellFact](
    "residence_status", _STATUSES, status_now, ("residence_status", "residence_now")
)
GUARDIAN_RESIDENCE_STATUS = Dimension[SpellFact](
    "guardian_residence_status",
    _STATUSES,
    lambda spell, _: spell.guardian_residence_status or UNKNOWN,
    ("guardian_residence_status",),
)
CATEGORY = Dimension[SpellFact](
    "category", codes(Category), lambda spell, _: capacity_at(spell, None), CAPACITY
)
CATEGORY_NOW = Dimension[SpellFact](
    "category", codes(Category), lambda spell, period: capacity_at(spell, period.last), CAPACITY
)
