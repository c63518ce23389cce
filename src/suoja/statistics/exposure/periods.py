"""Half-years add up to the year: cut overlapping periods where any of them begins or ends."""

from collections.abc import Iterable, Iterator

from suoja.core.calendar import Month, Period, months_between

YEAR = 12


def pieces(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the shortest periods of which all these are made, the first one first."""
    told = tuple(periods)
    if not told:
        return ()
    first, last = min(each.first for each in told), max(each.last for each in told)
    months = months_between(first, last)
    starts = {each.first for each in told} | {_following(each.last) for each in told}
    cuts = [month for month in months if month in starts]
    ends = [*(_before(month) for month in cuts[1:]), last]
    found = (Period(start, end) for start, end in zip(cuts, ends, strict=True))
    return tuple(each for each in found if any(inside(each, whole) for whole in told))


def inside(part: Period, whole: Period) -> bool:
    """Test if all months of the part are of the whole."""
    return whole.first <= part.first and part.last <= whole.last


def together(periods: Iterable[Period]) -> Iterator[tuple[Period, ...]]:
    """Yield the periods that have months in common together, those longer than a year alone."""
    bundle: list[Period] = []
    for period in sorted(set(periods)):
        if len(months_between(period.first, period.last)) > YEAR:
            yield (period,)
            continue
        if bundle and period.first > max(each.last for each in bundle):
            yield tuple(bundle)
            bundle = []
        bundle.append(period)
    if bundle:
        yield tuple(bundle)


def _following(month: Month) -> Month:
    return month + 1 if month % 100 < YEAR else (month // 100 + 1) * 100 + 1


def _before(month: Month) -> Month:
    return month - 1 if month % 100 > 1 else (month // 100 - 1) * 100 + YEAR
