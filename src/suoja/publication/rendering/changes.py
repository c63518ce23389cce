"""What a corrected version says differently, told only by what both versions published."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from suoja.statistics.tables import Cell, Table, by_id


@dataclass(frozen=True, slots=True)
class Change:
    """One cell whose public face changed; None is a number that is not shown."""

    table: Table
    categories: Mapping[str, str]
    before: int | None
    after: int | None


def changes(before: Sequence[Table], after: Sequence[Table]) -> tuple[Change, ...]:
    """Return every public difference between two versions of the same report."""
    if before is after:
        return ()
    old, new = by_id(before), by_id(after)
    shared = [table for table in new if table in old]
    return tuple(change for name in shared for change in _in_table(old[name], new[name]))


def listed(found: Sequence[Change]) -> list[Change]:
    """Return the changes between two numbers that are both shown."""
    return [each for each in found if each.before is not None and each.after is not None]


def unlisted_words(found: Sequence[Change]) -> Iterator[str]:
    """Yield that numbers came or went, not which: beside two points a number invites to guess."""
    if any(each.after is None for each in found):
        yield _("Some numbers that the version before showed are not shown now, to protect people.")
    if any(each.before is None for each in found):
        yield _("Some numbers that the version before did not show are shown now.")


def _in_table(before: Table, after: Table) -> Iterator[Change]:
    known = {_key(cell): cell.public() for cell in before.cells}
    for cell in after.cells:
        old, new = known.get(_key(cell)), cell.public()
        if old is not None and (old.value, old.status) != (new.value, new.status):
            yield Change(after, cell.categories, old.value, new.value)


def _key(cell: Cell) -> tuple[tuple[str, str], ...]:
    return tuple(cell.categories.items())
