"""Sums across tables that any reader of the report can make."""

from collections.abc import Callable, Collection, Iterator, Mapping

from suoja.statistics.choices import NONE, UNKNOWN, AgeGroup, Majority, Movement, Outcome
from suoja.statistics.disclosure import Relation
from suoja.statistics.groups import CLIENTS_OF, IS_WITNESS, Group, Trait
from suoja.vocabulary.choices import SUBFORMS, Category, Form, ResidenceStatus
from suoja.vocabulary.countries import EU, FINLAND, REGION_OF

Values = Mapping[Group, int]
POPULATION_OF_CLIENTS = frozenset(CLIENTS_OF.values())
ADULT = ("age_at_admission", Majority.ADULT.value)
NO_CLOSER_FORM = ("subform", NONE)
# Whose status says of which countries they are citizens.
CITIZENS: Mapping[Trait, tuple[str, ...]] = {
    ("residence_status", ResidenceStatus.FINNISH_CITIZEN.value): (FINLAND,),
    ("residence_status", ResidenceStatus.OTHER_EU_CITIZEN.value): tuple(sorted(EU - {FINLAND})),
}
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
    inside = [code for code, of in REGION_OF.items() if of == region]
    # What is left of several regions is none of its own.
    if region is not None and inside:
        rest = _without(whom, ("region", region))
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


def _citizens(whom: Group, values: Values) -> Iterator[Relation]:
    """Yield: citizens of Finland, or of the EU, are those of its nationalities.

    Not where the records say otherwise, as of who is a citizen of two countries.
    """
    for status in whom.traits & CITIZENS.keys():
        rest = _without(whom, status)
        countries = tuple(_with(rest, "nationality", code) for code in CITIZENS[status])
        if _sum(countries, values) == values[whom]:
            yield Relation(whom, countries)


def _forms_alone(whom: Group, values: Values) -> Iterator[Relation]:
    """Yield: whose form is told no closer has a form without closer ones, or is left of one.

    Not where the records name a closer form of another form.
    """
    if NO_CLOSER_FORM in whom.traits and "form" not in dict(whom.traits):
        rest = _without(whom, NO_CLOSER_FORM)
        forms = [(_with(rest, "form", form), form) for form in (*Form, UNKNOWN)]
        alone = (_with(each, *NO_CLOSER_FORM) if form in SUBFORMS else each for each, form in forms)
        parts = (*alone, _with(rest, *IS_WITNESS))
        if _sum(parts, values) == values[whom]:
            yield Relation(whom, parts)


def _sum(parts: Collection[Group], values: Values) -> int | None:
    """Return how many they count together; None if one of them is not counted anywhere."""
    return sum(values[each] for each in parts) if all(each in values for each in parts) else None


RULES: tuple[Callable[[Group, Values], Iterator[Relation]], ...] = (
    _clients,
    _regions,
    _adults,
    _positive,
    _admitted,
    _ever,
    _citizens,
    _forms_alone,
)


def _with(whom: Group, code: str, category: str) -> Group:
    return whom._replace(traits=whom.traits | {(code, category)})


def _without(whom: Group, trait: Trait) -> Group:
    return whom._replace(traits=whom.traits - {trait})
