"""The largest groups, as far as what is not shown leaves it certain which they are.

What is hidden is at most what the total leaves beside the groups that are shown: a group is called
large only if it is larger than that. Where every group is told there is nothing to rank.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from suoja.law.publication import MINOR_CATEGORIES
from suoja.publication.rendering.sentences.sentence import (
    Group,
    Sentence,
    is_part,
    largest,
    listed,
    name_of,
)
from suoja.statistics.choices import TOTAL
from suoja.statistics.labels import dimension_label
from suoja.statistics.tables import Cell, Table

# Where the categories are groups of people, and where telling the largest would say nothing:
# how often somebody was proposed, and in which capacity somebody is here.
PEOPLE = frozenset({"sex", "nationality", "region", "form"})
QUIET = frozenset({"repetition", "request_number", "category"})
MOST, MOST_OF_A_COLUMN, MOST_COLUMNS, FEWEST = 3, 2, 3, 2


def of_one_dimension(table: Table) -> Iterator[Sentence]:
    """Tell the largest groups, and that some are not shown."""
    (dimension,) = table.dimensions
    parts = [cell for cell in table.cells if cell.categories[dimension] != TOTAL]
    found = _largest(parts, dimension, _total(table), MOST)
    if found and dimension in PEOPLE and not _is_all(found, parts):
        yield _told(found)
    elif found:
        yield _under(str(dimension_label(dimension)), found, parts)
    if _any_hidden(parts) and not table.open_list:
        yield Sentence(_("Some of the groups are not shown."))


def of_two_dimensions(table: Table, across: str) -> Iterator[Sentence]:
    """Tell the largest groups of each column that has two; of minors nothing closer (R148)."""
    (down,) = (each for each in table.dimensions if each != across)
    columns = dict.fromkeys(cell.categories[across] for cell in table.cells)
    told = (_of_column(table, across, down, column) for column in columns if _is_told(column))
    yield from [sentence for sentence in told if sentence][:MOST_COLUMNS]
    if _any_hidden(table.cells):
        yield Sentence(_("Some of the numbers are not shown."))


def _is_told(column: str) -> bool:
    return is_part(column) and column not in MINOR_CATEGORIES


def _of_column(table: Table, across: str, down: str, column: str) -> Sentence | None:
    cells = [cell for cell in table.cells if cell.categories[across] == column]
    parts = [cell for cell in cells if cell.categories[down] != TOTAL]
    found = _largest(parts, down, _total(table, **{across: column}), MOST_OF_A_COLUMN)
    if not found:
        return None
    name = name_of(across, column)
    return _under(name[:1].upper() + name[1:], found, parts)


def _under(column: str, found: list[Group], parts: list[Cell]) -> Sentence:
    """Tell groups under a heading: as the most frequent ones, unless they are all."""
    said = {"column": column, "groups": listed([each.told() for each in found])}
    if _is_all(found, parts):
        return _sentence(_("%(column)s: %(groups)s.") % said, found, column)
    return _sentence(_("%(column)s: most often %(groups)s.") % said, found, column)


def _told(found: list[Group]) -> Sentence:
    first, *others = (group.told() for group in found)
    if not others:
        return _sentence(_("The largest group was %(first)s.") % {"first": first}, found)
    said = {"first": first, "others": listed(others)}
    text = _("The largest group was %(first)s, followed by %(others)s.")
    return _sentence(text % said, found)


def _is_all(found: list[Group], parts: list[Cell]) -> bool:
    """Test if nobody is in any other group."""
    return len(found) == sum(cell.hidden or bool(cell.value) for cell in parts)


def _sentence(text: str, found: list[Group], *names: str) -> Sentence:
    totals = {id(group.total): group.total for group in found if group.total}
    cells = (*(group.cell for group in found), *totals.values())
    return Sentence(text, cells, (*names, *(group.name for group in found)))


def _largest(parts: list[Cell], dimension: str, total: Cell | None, most: int) -> list[Group]:
    """Return the largest named groups; none if the largest is not certain, or has no name."""
    most_hidden = _most_hidden(parts, total)
    if dimension in QUIET or most_hidden is None:
        return []
    groups = [Group(name_of(dimension, _code(cell, dimension)), cell, total) for cell in parts]
    named = [each for each in groups if is_part(_code(each.cell, dimension)) and each.number]
    rest = max((each.number for each in groups if each not in named), default=0)
    found = largest(named, most)
    if len(named) < FEWEST or not found or found[0].number <= rest:
        return []
    return [each for each in found if each.number > most_hidden]


def _most_hidden(parts: list[Cell], total: Cell | None) -> int | None:
    """Return how many people a hidden group may have at most; None if nobody can say."""
    if not _any_hidden(parts):
        return 0
    if total is None or total.value is None:
        return None
    return total.value - sum(cell.value or 0 for cell in parts if not cell.hidden)


def _code(cell: Cell, dimension: str) -> str:
    return cell.categories[dimension]


def _total(table: Table, **categories: str) -> Cell | None:
    try:
        cell = table.cell(**categories)
    except KeyError:
        return None
    return None if cell.hidden else cell


def _any_hidden(cells: tuple[Cell, ...] | list[Cell]) -> bool:
    return any(cell.hidden for cell in cells)
