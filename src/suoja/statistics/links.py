"""Sums across tables that any reader of the report can make."""

from collections.abc import Callable, Iterator, Mapping

from suoja.statistics.choices import AgeGroup, Majority, Movement, Outcome
from suoja.statistics.disclosure import Relation
from suoja.statistics.groups import CLIENTS_OF, Group, Trait
from suoja.vocabulary.choices import Category
from suoja.vocabulary.countries import REGION_OF

Values = Mapping[Group, int]
POPULATION_OF_CLIENTS = frozenset(CLIENTS_OF.values())
ADULT = ("age_at_admission", Majority.ADULT.value)
AGE_GROUPS = [group.value for group in AgeGroup if group not in (AgeGroup.MINOR, AgeGroup.UNKNOWN)]


def links(values: Values) -> tuple[Relation, ...]:
    """Return the sums between the groups that are counted somewhere."""
    found = (relation for rule in RULES for whom in values for relation in rule(whom, values))
    return tuple(each for each in found if all(part in values for part in each.parts))


def _clients(whom: Group, _: Values) -> Iterator[Relation]:
    """Yield: clients are victims and witnesses."""
    if whom.population in POPULATION_OF_CLIENTS and not whom.traits:
        capacities = (Category.VICTIM, Category.WITNESS)
        yield Relation(whom, tuple(_with(whom, "category", each.value) for each in capacities))


def _regions(whom: Group, _: Values) -> Iterator[Relation]:
    """Yield: a region is its nationalities."""
    region = dict(whom.traits).get("region")
    if region is not None:
        rest = _without(whom, ("region", region))
        inside = [code for code, of in REGION_OF.items() if of == region]
        yield Relation(whom, tuple(_with(rest, "nationality", code) for code in inside))


def _adults(whom: Group, _: Values) -> Iterator[Relation]:
    """Yield: adults are all age groups from 18 up."""
    if ADULT in whom.traits:
        rest = _without(whom, ADULT)
        yield Relation(whom, tuple(_with(rest, "age_group", group) for group in AGE_GROUPS))


def _positive(whom: Group, _: Values) -> Iterator[Relation]:
    """Yield: a positive decision admits or admits again."""
    positive = ("outcome", Outcome.POSITIVE.value)
    if whom.population == "decisions" and whom.traits == {positive}:
        rest = _without(whom, positive)
        both = (Movement.ADMITTED, Movement.READMITTED)
        yield Relation(whom, tuple(_with(rest, "decision", each.value) for each in both))


def _admitted(whom: Group, values: Values) -> Iterator[Relation]:
    """Yield: who is admitted is a new client, unless the months of the two differ."""
    admitted = _with(whom, "decision", Movement.ADMITTED.value)._replace(population="decisions")
    same = values.get(admitted) == values[whom]
    if whom.population == "new_clients" and not whom.traits and same:
        yield Relation(whom, (admitted,))


def _ever(whom: Group, values: Values) -> Iterator[Relation]:
    """Yield: the new clients of all years are everyone who has ever been a client."""
    if whom.population == "cumulative_clients" and not whom.traits:
        for series, value in values.items():
            summed = series.population == "new_clients" and " to " in series.when
            if summed and not series.traits and value == values[whom]:
                yield Relation(whom, (series,))


RULES: tuple[Callable[[Group, Values], Iterator[Relation]], ...] = (
    _clients,
    _regions,
    _adults,
    _positive,
    _admitted,
    _ever,
)


def _with(whom: Group, code: str, category: str) -> Group:
    return whom._replace(traits=whom.traits | {(code, category)})


def _without(whom: Group, trait: Trait) -> Group:
    return whom._replace(traits=whom.traits - {trait})
