"""Half-years add up to the year: cut overlapping periods where any of them begins or ends."""

from collections.abc import Iterable, Iterator

from suoja.core.calendar import Period, month_after, month_before, months_between

YEAR = 12


def pieces(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the shortest periods of which all these are made, the first one first."""
    told = tuple(periods)
    if not told:
        return ()
    first, last = min(each.first for each in told), max(each.last for each in told)
    months = months_between(first, last)
    starts = {each.first for each in told} | {month_after(each.last) for each in told}
    cuts = [month for month in months if month in starts]
    ends = [*(month_before(month) for month in cuts[1:]), last]
    found = (Period(start, end) for start, end in zip(cuts, ends, strict=True))
    return tuple(each for each in found if any(whole.holds(each) for whole in told))


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
