"""Which crosses hold the tables told of one population together.

Form by sex, sex by place and place by form can each be true without any table of all three that
has them as its sums. Wherever tables close such a circle, the cross of what they count by is put
before disclosure control too: nobody sees it, and it says which numbers can be true together.
Circles are found as in graphs: what is left is a tree of crosses, in which tables that agree on
what they share are sums of one table of everybody.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import inf, prod
from typing import Any

from django.utils.translation import gettext as _

from suoja.core.calendar import Period, month_after, month_before, months_between
from suoja.core.errors import Refused
from suoja.statistics.counting import Counted
from suoja.statistics.counting import count as counted
from suoja.statistics.facts import Facts
from suoja.statistics.questions import BY, askable
from suoja.statistics.spec import Spec
from suoja.vocabulary.choices import Category

MOST_CELLS = 60_000
TIME = "time"
CHILD = ("category", Category.DEPENDENT_CHILD.value)
Codes = frozenset[str]
# The population, by what it is crossed, and over which periods.
Plan = tuple[str, Codes, list[Period]]
# Clients and children are told apart as soon as there is anything to join.
FAMILY = {
    "new_persons": ("new_clients", "new_children"),
    "persons_in_scope": ("stock", "children_in_stock"),
}
CHILDREN = {"new_children": "new_persons", "children_in_stock": "persons_in_scope"}
# Who has a nationality has its region; whose form is none is a witness.
DETERMINES = {
    "nationality": "region",
    "age_group": "age_at_admission",
    "form": "category",
    "place": "category",
    "home_country": "category",
    "conflict_zone": "category",
}


class TooMuchTold(Refused):
    """So much has been told of the same people that nobody can work out what is safe."""

    def __init__(self) -> None:
        super().__init__(
            _("More has been told of these people than can be worked with: nothing is told.")
        )


def joint(
    numbers: Sequence[Counted], earlier: Iterable[Counted], facts: Facts, most: float = MOST_CELLS
) -> tuple[Counted, ...]:
    """Return the crosses that hold these numbers of one period and all before together.

    Raise TooMuchTold if they would have more cells than can be worked with.
    """
    planned = list(_planned(numbers, earlier))
    if _cells(planned) > most:
        raise TooMuchTold
    return tuple(_cross(root, codes, facts, each) for root, codes, of in planned for each in of)


def cells(numbers: Sequence[Counted], earlier: Iterable[Counted]) -> float:
    """Return how many cells the crosses of these tables would have; their numbers are not read."""
    return _cells(_planned(numbers, earlier))


def _planned(numbers: Sequence[Counted], earlier: Iterable[Counted]) -> Iterator[Plan]:
    known = [*numbers, *earlier]
    for root in dict.fromkeys(root for each in numbers for root in _roots(each.spec)):
        edges = list(_edges(root, known, numbers[0].period))
        yield from ((root, codes, windows) for codes, windows in _crosses(root, edges))


def _cells(planned: Iterable[Plan]) -> float:
    return sum(_size(root, codes) * len(windows) for root, codes, windows in planned)


def _roots(spec: Spec[Any]) -> tuple[str, ...]:
    """Return the populations whose people a table counts; none if it counts no people."""
    own = spec.measure.id if CHILD in spec.within.items() else spec.base or spec.measure.id
    return tuple(root for root in FAMILY.get(own, (own,)) if root in askable())


Edge = tuple[Codes, Period]


def _edges(root: str, known: Iterable[Counted], period: Period) -> Iterator[Edge]:
    """Yield by what each table counts this population, in periods that have to do with this one."""
    flow = askable()[root][0].flow
    for each in known:
        if root in _roots(each.spec):
            for _at, window in each.spec.windows(each.period):
                if window.meets(period) if flow else window.last == period.last:
                    yield _codes(each.spec, root), window


def _codes(spec: Spec[Any], root: str) -> Codes:
    own = {each.code for each in spec.dimensions}
    if spec.within:
        # A slice tells nothing of who is not in it: what it determines is not told beside it.
        return _of_root({*own, *spec.within}, root)
    wider = {DETERMINES[code] for code in own if code in DETERMINES}
    return _of_root(own | wider, root)


def _of_root(codes: set[str], root: str) -> Codes:
    return frozenset(codes - {"category"} if root in CHILDREN else codes)


def _crosses(root: str, edges: Sequence[Edge]) -> Iterator[tuple[Codes, list[Period]]]:
    """Yield the crosses that are needed, each with the periods over which it is counted."""
    windows = sorted({window for _, window in edges})
    whole = [each for each in windows if all(each.holds(other) for other in windows)]
    told = {
        codes if not askable()[root][0].flow or window in whole else codes | {TIME}
        for codes, window in edges
    }
    cliques = list(_cliques(root, told))
    for clique in cliques:
        if not any(clique <= each for each in told) and not any(clique < each for each in cliques):
            yield _lean(clique), _pieces(windows) if TIME in clique else whole


def _cliques(root: str, edges: Iterable[Codes]) -> Iterator[Codes]:
    """Yield the groups of codes to cross, so that what they share makes a tree of them."""
    graph: dict[str, set[str]] = {}
    for edge in edges:
        for code in edge:
            graph.setdefault(code, set()).update(edge - {code})
    while graph:
        code = min(sorted(graph), key=lambda each: _size(root, _lean({each, *graph[each]})))
        beside = graph.pop(code)
        for each in beside:
            graph[each] |= beside - {each}
            graph[each].discard(code)
        yield frozenset({code, *beside})


def _lean(codes: Iterable[str]) -> Codes:
    """Leave out what another code determines."""
    every = frozenset(codes)
    return every - {DETERMINES[code] for code in every if code in DETERMINES}


def _size(root: str, codes: Iterable[str]) -> float:
    sizes = {each.code: len(each.categories) + 1 for each in BY[root]}
    return prod(sizes.get(code, inf) for code in codes if code != TIME)


def _pieces(windows: Sequence[Period]) -> list[Period]:
    """Return the periods, and the shorter ones into which they cut each other."""
    months = months_between(windows[0].first, max(each.last for each in windows))
    starts = {each.first for each in windows} | {month_after(each.last) for each in windows}
    first = [month for month in months if month in starts]
    ends = [*(month_before(month) for month in first[1:]), months[-1]]
    return sorted({*windows, *map(Period, first, ends)})


def _cross(root: str, codes: Codes, facts: Facts, period: Period) -> Counted:
    measure, dimensions = askable()[root]
    base = CHILDREN.get(root, "")
    spec: Spec[Any] = Spec(
        id=f"joint {root} {' '.join(sorted(codes))} {period}",
        title=measure.title,
        measure=measure,
        dimensions=tuple(each for each in dimensions if each.code in codes),
        base=base,
        within=dict([CHILD]) if base else {},
    )
    return counted([spec], facts, period)[0]
