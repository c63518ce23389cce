"""The attack, against every table of whole numbers that there is."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from suoja.statistics.exposure import Asked, Kind, Knowledge, Statement, audit
from suoja.statistics.exposure.statements import adds_up

INNER = ("ax", "ay", "bx", "by")
SUMS = {"a": ("ax", "ay"), "b": ("bx", "by"), "x": ("ax", "bx"), "y": ("ay", "by")}
ALL = "all"
NAMES = (*INNER, *SUMS, ALL)
SOME = 5


def values(inner):
    cells = dict(zip(INNER, inner, strict=True))
    margins = {total: sum(cells[part] for part in parts) for total, parts in SUMS.items()}
    return {**cells, **margins, ALL: sum(inner)}


def knowing(told):
    sums = [*(adds_up(total, parts) for total, parts in SUMS.items()), adds_up(ALL, INNER)]
    said = [Statement(((name, 1.0),), *ends, name, "a report", str(ends[0])) for name, ends in told]
    return Knowledge((*sums, *said), tuple(Asked(name, (name,)) for name in NAMES))


def by_trying_all(told):
    """Return the small groups by listing every table of whole numbers that fits."""
    most = int(dict(told)[ALL][1])
    tables = [values(inner) for inner in product(range(most + 1), repeat=4) if sum(inner) <= most]
    fit = [t for t in tables if all(low <= t[name] <= high for name, (low, high) in told)]
    ranges = {name: (min(t[name] for t in fit), max(t[name] for t in fit)) for name in NAMES}
    return {name: ends for name, ends in ranges.items() if 0 < ends[1] < SOME}


@st.composite
def tellings(draw):
    true = values([draw(st.integers(0, 4)) for _ in INNER])
    told = [(ALL, (true[ALL], true[ALL]))]
    for name in draw(st.lists(st.sampled_from(NAMES[:-1]), unique=True, max_size=6)):
        less, more = draw(st.sampled_from([(0, 0), (0, 0), (1, 1), (0, 3), (2, 0)]))
        told.append((name, (max(true[name] - less, 0), true[name] + more)))
    return told


@settings(deadline=None, max_examples=60)
@given(tellings())
def test_it_never_misses_a_small_group_and_never_invents_one(told) -> None:
    found = audit(knowing(told)).exposed

    assert {each.asked.label: (each.low, each.high) for each in found} == by_trying_all(told)


def test_whole_persons_are_told_where_parts_of_persons_would_leave_more() -> None:
    thrice = Statement((("group", 3.0),), 13, 17, "three times the group", "made up", "13 to 17")
    found = audit(Knowledge((thrice,), (Asked("group", ("group",)),)), threshold=6).exposed

    assert [(each.low, each.high) for each in found] == [(5, 5)]


def test_a_planted_leak_is_found_with_its_calculation() -> None:
    told = [(ALL, (20, 20)), ("a", (12, 12)), ("ax", (9, 9)), ("bx", (8, 8))]
    exposed = {each.asked.label: each for each in audit(knowing(told)).exposed}

    assert set(exposed) == {"ay", "y"}
    assert exposed["ay"].derivation == "12 (a) - 9 (ax) = 3"


def test_what_hides_enough_gives_nothing_away() -> None:
    told = [(ALL, (40, 40)), ("a", (20, 20)), ("x", (20, 20))]

    assert audit(knowing(told)).exposed == ()


def test_figures_that_cannot_all_be_true_are_told_and_one_is_left_out() -> None:
    told = [(ALL, (20, 20)), ("a", (12, 12)), ("b", (8, 8)), ("a", (17, 17))]
    found = audit(knowing(told))

    assert [each.says for each in found.contradictions] == ["17 (a)"]
    assert found.contradictions[0].against == "12 (a) = 12"


def test_the_worst_comes_first() -> None:
    told = [(ALL, (30, 30)), ("ax", (4, 4)), ("ay", (0, 3)), ("bx", (1, 2))]
    kinds = [each.kind for each in audit(knowing(told)).exposed]

    assert kinds == sorted(kinds, key=list(Kind).index)
    assert set(kinds) == {Kind.EXACT, Kind.UNDER, Kind.AT_MOST}
