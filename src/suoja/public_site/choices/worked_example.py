"""The made-up numbers of the one example of this room."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Line = tuple[Promise, tuple[int | None, ...]]


@dataclass(frozen=True, slots=True)
class Step:
    """A table on the way to one that gives nobody away; None is a number that is not shown."""

    title: Promise
    says: Promise
    lines: tuple[Line, ...]


NORTH, SOUTH, ALL = _("North"), _("South"), _("All")
EVERYTHING = (3, 12, 15), (20, 9, 29), (23, 21, 44)
SMALL_HIDDEN = (None, 12, 15), (20, 9, 29), (23, 21, 44)
SAFE = (None, None, 15), (None, None, 29), (23, 21, 44)


def _lines(numbers: tuple[tuple[int | None, ...], ...]) -> tuple[Line, ...]:
    return tuple(zip((NORTH, SOUTH, ALL), numbers, strict=True))


WORKED_EXAMPLE = (
    Step(
        _("1. The full count"),
        _("Three women in the north came. In a small town, people may know who they are."),
        _lines(EVERYTHING),
    ),
    Step(
        _("2. Hiding only the 3 does not help"),
        _("Anyone can work it out: 15 less 12 is 3. The column gives it away too: 23 less 20."),
        _lines(SMALL_HIDDEN),
    ),
    Step(
        _("3. Hiding larger numbers as well helps"),
        _("Now the hidden number could be anything from 0 to 15. The totals are all still there."),
        _lines(SAFE),
    ),
)
