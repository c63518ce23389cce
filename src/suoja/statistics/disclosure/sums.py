"""Sums that an outsider can ask for: of a row, what is left when its published parts are gone."""

from collections.abc import Iterable, Iterator, Mapping

from suoja.statistics.disclosure.scheme import Flags, Sum

Group = frozenset[int]


def residuals(sums: Iterable[Sum], hidden: Flags, guarded: Flags) -> Iterator[Group]:
    """Yield the hidden cells of each row, where there are several.

    A hidden part that is split along the same dimension, some of it published, is taken by its
    own parts: the year less the first quarter is the second quarter and the second half.
    """
    # Of some rows the total is itself the one part that anybody can be in.
    split = (each for each in sums if each.axis and each.total not in each.parts)
    rows = {(each.total, each.axis): each.parts for each in split}
    for each in sums:
        for group in {_hidden(each.parts, hidden), _finest(each, rows, hidden)}:
            if len(group) > 1 and any(guarded[cell] for cell in group):
                yield group


def _hidden(parts: Iterable[int], hidden: Flags) -> Group:
    return frozenset(part for part in parts if hidden[part])


def _finest(each: Sum, rows: Mapping[tuple[int, str], tuple[int, ...]], hidden: Flags) -> Group:
    found: list[int] = []
    open_ = list(each.parts)
    while open_:
        part = open_.pop()
        if not hidden[part]:
            continue
        inside = rows.get((part, each.axis), ())
        if inside and not all(hidden[cell] for cell in inside):
            open_ += inside
        else:
            found.append(part)
    return frozenset(found)
