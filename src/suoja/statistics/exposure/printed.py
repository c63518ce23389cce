"""What printed figures say, as statements on groups of people."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from math import inf
from pathlib import Path

from suoja.core.calendar import Period
from suoja.core.errors import Refused
from suoja.statistics.check.figures import Figure
from suoja.statistics.exposure import common_sense, words
from suoja.statistics.exposure.cube import Cube
from suoja.statistics.exposure.periods import together
from suoja.statistics.exposure.reading import read
from suoja.statistics.exposure.shares import Base, Fitted, base_of, by_list, contradiction, fit
from suoja.statistics.exposure.statements import (
    Asked,
    Contradiction,
    Knowledge,
    Name,
    Statement,
    adds_up,
)
from suoja.statistics.exposure.told import Told, When, told, why_left_out
from suoja.statistics.groups import Group


def of_file(file: Path, reports: Collection[str] = ()) -> Knowledge:
    """Return what the figures of a file say, or those of some of its reports.

    Raise Refused, with line and column, where the file cannot be read or holds no such report.
    """
    figures = read(file)
    of = {each: words.report(each.source) for each in figures}
    unknown = sorted(set(reports) - set(of.values()))
    if unknown:
        held = ", ".join(sorted(set(of.values())))
        raise Refused(f"{file} holds no report {unknown[0]}: choose from {held}.")
    return knowledge(each for each in figures if not reports or of[each] in reports)


def knowledge(figures: Iterable[Figure]) -> Knowledge:
    """Return what the figures say, what follows by common sense, and what can be asked."""
    given = tuple(figures)
    reasons = {figure: why_left_out(figure) for figure in given}
    every = [told(figure) for figure, reason in reasons.items() if reason is None]
    shares = _Shares(every)
    cubes = tuple(_cubes(every))
    statements = [each for cube in cubes for each in _statements(cube, shares)]
    asked: dict[tuple[Name, ...], Asked] = {}
    for each in (each for cube in cubes for each in _asked(cube)):
        asked.setdefault(each.parts, each)
    return Knowledge(
        statements=(*statements, *_across(cubes)),
        asked=tuple(asked.values()),
        contradictions=tuple(shares.contradictions),
        left_out=Counter(reason for reason in reasons.values() if reason),
    )


class _Shares:
    """Every share that is told of a printed number, as a number of persons."""

    def __init__(self, every: Iterable[Told]) -> None:
        told = tuple(every)
        self._numbers: dict[Base, int] = {}
        for each in told:
            if each.base is None and each.low == each.high:
                key = (each.population, each.when, frozenset(each.traits.items()))
                self._numbers.setdefault(key, int(each.low))
        self._fitted: dict[Figure, Fitted] = {}
        self.loosened: dict[Base, Fitted] = {}
        self.contradictions: list[Contradiction] = []
        for shares in by_list(each for each in told if each.base is not None).values():
            self._fit(shares)

    def of(self, share: Told) -> Fitted | None:
        """Return how the share is read; None if the number it is of is not printed."""
        return self._fitted.get(share.figure)

    def _fit(self, shares: list[Told]) -> None:
        base = base_of(shares[0], common_sense.BASE)
        printed = self._numbers.get(base)
        if printed is None:
            return
        fitted = fit(shares, printed)
        self._fitted.update((share.figure, fitted) for share in shares)
        found = contradiction(fitted, shares, words.of_base(base))
        self.contradictions.extend([found] if found else [])
        if fitted.base != printed:
            self.loosened[base] = fitted


def _cubes(every: Iterable[Told]) -> Iterator[Cube]:
    by_population: dict[str, list[Told]] = {}
    for each in every:
        by_population.setdefault(each.population, []).append(each)
    for population, told_of_it in by_population.items():
        for whens in _bundles({each.when for each in told_of_it}):
            yield Cube(population, whens, [each for each in told_of_it if each.when in whens])


def _bundles(whens: Iterable[When]) -> Iterator[tuple[When, ...]]:
    all_of_them = tuple(whens)
    yield from together(when for when in all_of_them if isinstance(when, Period))
    yield from ((when,) for when in sorted(w for w in all_of_them if not isinstance(w, Period)))


def _statements(cube: Cube, shares: _Shares) -> Iterator[Statement]:
    yield from cube.sums()
    for each in cube.told:
        yield from _said(each, cube, shares)
    for code, categories, assumption in common_sense.COMPLETE:
        *listed, other = cube.parts.get(code, ("",))
        if categories == set(listed):
            nobody = (cube.group(when, {code: other}) for when in cube.whens)
            yield from (Statement(((each, 1.0),), 0, 0, assumption=assumption) for each in nobody)


def _said(each: Told, cube: Cube, shares: _Shares) -> Iterator[Statement]:
    weights = tuple((group, 1.0) for group in cube.groups(each.when, each.traits))
    source, whom = words.report(each.figure.source), words.of_figure(each)
    figure = words.printed(each)
    if each.base is None:
        low, high = _loosened(each, shares)
        yield Statement(weights, low, high, whom, source, figure)
        return
    fitted = shares.of(each)
    if fitted is not None:
        low, high = fitted.persons(each)
        yield Statement(weights, low, high, whom, source, f"{figure} of {fitted.base}")
        return
    base = cube.groups(each.when, each.base)
    if each.low > 0:
        yield Statement(_share(weights, base, each.low), 0, inf, whom, source, figure)
    if each.high < inf:
        yield Statement(_share(weights, base, each.high), -inf, 0, whom, source, figure)


def _share(
    weights: tuple[tuple[Group, float], ...], base: tuple[Group, ...], percent: float
) -> tuple[tuple[Group, float], ...]:
    """Return the group minus that share of its base."""
    total: dict[Group, float] = dict(weights)
    for group in base:
        total[group] = total.get(group, 0.0) - percent / 100
    return tuple(total.items())


def _loosened(each: Told, shares: _Shares) -> tuple[float, float]:
    """Return the bounds of a printed base: of one that its shares deny, both numbers."""
    fitted = shares.loosened.get((each.population, each.when, frozenset(each.traits.items())))
    if fitted is None or each.low != fitted.printed:
        return each.low, each.high
    return min(fitted.printed, fitted.base), max(fitted.printed, fitted.base)


def _across(cubes: Iterable[Cube]) -> Iterator[Statement]:
    """Yield the sums of several populations, and of the years within longer periods."""
    roots = {(cube.population, when): cube.group(when, {}) for cube in cubes for when in cube.whens}
    for (population, when), group in roots.items():
        for whole, parts in common_sense.POPULATIONS:
            if population == whole and all((part, when) in roots for part in parts):
                yield adds_up(group, tuple(roots[part, when] for part in parts))
        if isinstance(when, Period):
            years = _years_within(population, when, roots)
            if years:
                weights = ((group, 1.0), *((year, -1.0) for year in years))
                yield Statement(weights, 0, inf)


def _years_within(
    population: str, whole: Period, roots: Mapping[tuple[str, When], Group]
) -> list[Group]:
    """Return the longest periods within, none of them overlapping another."""
    own = [when for of, when in roots if of == population and isinstance(when, Period)]
    found: list[Period] = []
    for when in sorted(own, key=lambda each: (each.first - each.last, each)):
        apart = all(when.last < other.first or other.last < when.first for other in found)
        if when != whole and whole.holds(when) and apart:
            found.append(when)
    return [roots[population, when] for when in found]


def _asked(cube: Cube) -> Iterator[Asked]:
    """Yield every group, every told sum of groups, and each total minus its printed parts."""
    said = words.said(cube.told)
    for each in cube.told:
        yield Asked(words.of_told(each, said), cube.groups(each.when, each.traits))
    for when, traits in cube.cells():
        group = cube.group(when, traits)
        yield Asked(words.of_group(group, said), (group,))
    printed = _printed(cube)
    for total, code, parts in cube.rows():
        rest = tuple(part for part in parts if part not in printed)
        if 1 < len(rest) < len(parts):
            yield Asked(words.of_rest(total, code, said), rest)


def _printed(cube: Cube) -> frozenset[Group]:
    exact = (each for each in cube.told if each.base is None and each.low == each.high)
    groups = (cube.groups(each.when, each.traits) for each in exact)
    return frozenset(each[0] for each in groups if len(each) == 1)
