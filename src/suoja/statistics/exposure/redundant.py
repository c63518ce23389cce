"""Leave out of the findings what is said already by a finding on a wider group."""

from collections.abc import Iterable, Sequence

from suoja.core.calendar import Period
from suoja.statistics.exposure.cube import NOT_LISTED
from suoja.statistics.exposure.statements import Exposed, Kind, Name
from suoja.statistics.groups import Group


def told_once(found: Iterable[Exposed]) -> list[Exposed]:
    """Return the findings without those that add nothing.

    Several groups together add nothing to one of them with the same number, nobody else of a group
    nothing to the group, and "under five if there is anybody" nothing within a group that is small.
    """
    every = list(found)
    return [each for each in every if each.printed or not _adds_nothing(each, every)]


def _adds_nothing(finding: Exposed, every: Sequence[Exposed]) -> bool:
    return any(_says_it(other, finding) for other in every if other is not finding)


def _says_it(other: Exposed, finding: Exposed) -> bool:
    if len(other.asked.parts) > 1:
        return False
    same = (other.low, other.high) == (finding.low, finding.high) and finding.low > 0
    wide, parts = other.asked.parts[0], finding.asked.parts
    if len(parts) > 1:
        return same and wide in parts
    if finding.kind is Kind.AT_MOST:
        return _is_no_higher(other, finding) and _lies_within(parts[0], wide)
    return same and _has_nobody_else(parts[0], wide)


def _is_no_higher(other: Exposed, finding: Exposed) -> bool:
    return other.high is not None and other.high <= (finding.high or 0)


def _lies_within(narrow: Name, wide: Name) -> bool:
    if not isinstance(narrow, Group) or not isinstance(wide, Group):
        return False
    same = narrow.population == wide.population and narrow.traits >= wide.traits
    return same and narrow != wide and _during(narrow.when, wide.when)


def _has_nobody_else(narrow: Name, wide: Name) -> bool:
    if not isinstance(narrow, Group) or not isinstance(wide, Group):
        return False
    more = {category for _, category in narrow.traits - wide.traits}
    return more == {NOT_LISTED} and narrow.when == wide.when and _lies_within(narrow, wide)


def _during(part: str, whole: str) -> bool:
    try:
        return Period.parse(whole).holds(Period.parse(part))
    except ValueError:
        return part == whole
