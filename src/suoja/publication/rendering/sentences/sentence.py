"""What a sentence is, and how numbers and groups are written in one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from suoja.publication.rendering.grid import words
from suoja.statistics.choices import NONE, TOTAL, UNKNOWN
from suoja.statistics.labels import label
from suoja.statistics.tables import Cell

FEWEST_OF_A_SHARE, FEWEST_AROUND_IT = 5, 20
RESIDUAL = frozenset({NONE, UNKNOWN, "not_recorded", "other"})
# What keeps its capital: dimensions of names, names among other words, and words of Finland.
NAMES = frozenset({"nationality", "region", "organisation"})
NAMED = frozenset(
    {
        "immigration_service",
        "national_bureau_of_investigation",
        "border_guard",
        "refugee_advice_centre",
        "victim_support_finland",
    }
)
FINLAND = ("Finnish", "Suome")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`cells` are the published numbers it rests on; `names` are its words that hold digits."""

    text: str
    cells: tuple[Cell, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A category in words, its cell, and the total of which it may be told as a share."""

    name: str
    cell: Cell
    total: Cell | None

    @property
    def number(self) -> int:
        return self.cell.value or 0

    def told(self) -> str:
        """Return the group with its number, and its share where that may be told."""
        share = share_of(self.cell, self.total)
        said = {"group": self.name, "number": words(self.cell.value), "share": share}
        if share is None:
            return _("%(group)s (%(number)s)") % said
        return _("%(group)s (%(number)s, %(share)s per cent)") % said


def share_of(part: Cell, total: Cell | None) -> int | None:
    """Return the rounded percentage if both numbers are published and both sides are large."""
    if total is None or part.value is None or total.value is None:
        return None
    if total.value < FEWEST_AROUND_IT:
        return None
    if min(part.value, total.value - part.value) < FEWEST_OF_A_SHARE:
        return None
    return (200 * part.value + total.value) // (2 * total.value)


def name_of(dimension: str, category: str) -> str:
    """Return the words for a category as they stand inside a sentence."""
    text = str(label(dimension, category))
    if dimension in NAMES or category in NAMED or text.startswith(FINLAND):
        return text
    return text[:1].lower() + text[1:]


def listed(texts: Sequence[str]) -> str:
    """Return the texts as a list that ends with `and`."""
    if len(texts) < 2:
        return "".join(texts)
    return pgettext("list", "%(first)s and %(last)s") % {
        "first": ", ".join(texts[:-1]),
        "last": texts[-1],
    }


def is_part(category: str) -> bool:
    """Test if this is a group with a name of its own: not a total, not what is left over."""
    return category != TOTAL and category not in RESIDUAL


def largest(groups: Iterable[Group], most: int) -> list[Group]:
    """Return the largest groups in order, at most so many, and none of a tie that is cut."""
    ordered = sorted(groups, key=lambda group: -group.number)
    shown = [group for group in ordered if group.number]
    rest = shown[most].number if len(shown) > most else 0
    found = [group for group in shown[:most] if group.number > rest]
    return [] if len(found) > 1 and found[0].number == found[1].number else found
