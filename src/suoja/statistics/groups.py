"""Which people a cell counts, so that disclosure control knows them again in another table.

A group is a population, a time and what is true of everyone in it. The same people go by one name
only: a witness is a witness whether the table is of forms or of places.
"""

from collections.abc import Mapping
from typing import NamedTuple

from suoja.statistics.choices import (
    NONE,
    TOTAL,
    UNKNOWN,
    WITNESS,
    AgeGroup,
    Majority,
    Movement,
    Outcome,
)
from suoja.statistics.counting import Coordinates, Counted
from suoja.vocabulary.choices import SUBFORMS, Category, Region
from suoja.vocabulary.countries import REGION_OF, STATELESS

Trait = tuple[str, str]


class Group(NamedTuple):
    """`when` is a period, or for a stock the month at whose end it is counted."""

    population: str
    when: str
    traits: frozenset[Trait]


IS_WITNESS = ("category", Category.WITNESS.value)
SAME: Mapping[Trait, Trait] = {
    ("form", NONE): IS_WITNESS,
    ("place", WITNESS): IS_WITNESS,
    ("home_country", NONE): IS_WITNESS,
    ("conflict_zone", NONE): IS_WITNESS,
    ("age_group", AgeGroup.MINOR.value): ("age_at_admission", Majority.UNDER_18.value),
    ("age_group", UNKNOWN): ("age_at_admission", UNKNOWN),
    ("age_now", UNKNOWN): ("age_at_admission", UNKNOWN),
    ("region", Region.NO_NATIONALITY.value): ("nationality", STATELESS),
    ("region", UNKNOWN): ("nationality", UNKNOWN),
    ("decision", Movement.REFUSED.value): ("outcome", Outcome.NEGATIVE.value),
    ("decision", Movement.LAPSED.value): ("outcome", Outcome.LAPSED.value),
}
# Who has the narrower trait has the wider one, which therefore is left out of the name.
WIDER: Mapping[Trait, Trait] = {
    **{
        ("subform", each.value): ("form", form.value)
        for form in SUBFORMS
        for each in SUBFORMS[form]
    },
    **{("nationality", code): ("region", region.value) for code, region in REGION_OF.items()},
    **{
        ("age_group", each.value): ("age_at_admission", Majority.ADULT.value)
        for each in AgeGroup
        if each not in (AgeGroup.MINOR, AgeGroup.UNKNOWN)
    },
}
# The clients of a population that holds their children too.
CLIENTS_OF = {"new_persons": "new_clients", "persons_in_scope": "stock"}
OF_EXPLOITATION = frozenset({"form", "place", "home_country", "conflict_zone"})
GROWN_YOUNGER = {
    ("age_at_admission", Majority.ADULT.value),
    ("age_now", Majority.UNDER_18.value),
}


def group(numbers: Counted, coordinates: Coordinates) -> Group:
    """Return whom the cell counts."""
    spec = numbers.spec
    named = dict(zip(spec.codes, coordinates, strict=True))
    when = _when(numbers, named.pop(spec.course.code) if spec.course else TOTAL)
    told = {*spec.within.items(), *((code, each) for code, each in named.items() if each != TOTAL)}
    traits = _narrowest(frozenset(SAME.get(trait, trait) for trait in told))
    return _in_narrowest_population(Group(spec.base or spec.measure.id, when, traits))


def _narrowest(traits: frozenset[Trait]) -> frozenset[Trait]:
    return traits - {WIDER[trait] for trait in traits if trait in WIDER}


def _when(numbers: Counted, category: str) -> str:
    spec, period = numbers.spec, numbers.period
    windows = dict(spec.course.windows(period)) if spec.course else {}
    if windows and category == TOTAL:
        return f"{next(iter(windows))} to {period}"
    window = windows.get(category, period)
    return str(window) if spec.measure.flow else str(window.last)


def _in_narrowest_population(whom: Group) -> Group:
    if whom.population in CLIENTS_OF and _category(whom) not in (None, Category.DEPENDENT_CHILD):
        return whom._replace(population=CLIENTS_OF[whom.population])
    if whom.population == "movements" and whom.traits:
        return _decision(whom)
    return whom


def _decision(whom: Group) -> Group:
    if ("decision", Movement.REMOVED.value) in whom.traits:
        return Group("exits", whom.when, frozenset())
    return whom._replace(population="decisions")


def _category(whom: Group) -> str | None:
    return dict(whom.traits).get("category")


def impossible(whom: Group) -> bool:
    """Test if everyone knows that there is nobody like that."""
    codes = {code for code, _ in whom.traits}
    if len(codes) < len(whom.traits) or whom.traits >= GROWN_YOUNGER:
        return True
    # The wider trait that fits is no longer in the name: one that is there does not fit.
    if any(WIDER[trait][0] in codes for trait in whom.traits if trait in WIDER):
        return True
    if IS_WITNESS in whom.traits:
        return not codes.isdisjoint(OF_EXPLOITATION)
    return ("age_at_admission", UNKNOWN) in whom.traits and "age_now" in codes
