"""The largest groups among those that are shown, and that there are others."""

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

# Where the categories are groups of people, and where telling the largest would say nothing.
PEOPLE = frozenset({"sex", "category", "nationality", "region", "form"})
QUIET = frozenset({"repetition", "request_number"})
MOST, MOST_OF_A_COLUMN, MOST_COLUMNS = 3, 2, 3


def of_one_dimension(table: Table) -> Iterator[Sentence]:
    """Tell the largest groups, and that some are not shown."""
    (dimension,) = table.dimensions
    parts = [cell for cell in table.cells if cell.categories[dimension] != TOTAL]
    hidden = _any_hidden(parts)
    found = [] if dimension in QUIET else _largest(parts, dimension, _total(table), MOST)
    if found and dimension in PEOPLE:
        yield _told(_template(found, hidden=hidden), found)
    elif found:
        yield _most_often(str(dimension_label(dimension)), found, hidden=hidden)
    if hidden and not table.open_list:
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
    return _most_often(name[:1].upper() + name[1:], found, hidden=_any_hidden(parts))


def _most_often(column: str, found: list[Group], *, hidden: bool) -> Sentence:
    said = {"column": column, "groups": listed([each.told() for each in found])}
    if hidden:
        text = _("%(column)s: of the groups shown, most often %(groups)s.") % said
    else:
        text = _("%(column)s: most often %(groups)s.") % said
    return _sentence(text, found, column)


def _template(found: list[Group], *, hidden: bool) -> str:
    if hidden and len(found) > 1:
        return _("Of the groups shown, the largest was %(first)s, followed by %(others)s.")
    if hidden:
        return _("Of the groups shown, the largest was %(first)s.")
    if len(found) > 1:
        return _("The largest group was %(first)s, followed by %(others)s.")
    return _("The largest group was %(first)s.")


def _told(template: str, found: list[Group]) -> Sentence:
    first, *others = (group.told() for group in found)
    return _sentence(template % {"first": first, "others": listed(others)}, found)


def _sentence(text: str, found: list[Group], *names: str) -> Sentence:
    totals = {id(group.total): group.total for group in found if group.total}
    cells = (*(group.cell for group in found), *totals.values())
    return Sentence(text, cells, (*names, *(group.name for group in found)))


def _largest(parts: list[Cell], dimension: str, total: Cell | None, most: int) -> list[Group]:
    """Return the largest named groups; none if what is left over is larger than all of them."""
    groups = [Group(name_of(dimension, _code(cell, dimension)), cell, total) for cell in parts]
    named = [each for each in groups if is_part(_code(each.cell, dimension)) and each.number]
    rest = max((each.number for each in groups if each not in named), default=0)
    found = largest(named, most)
    return found if len(named) > 1 and found and found[0].number > rest else []


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
