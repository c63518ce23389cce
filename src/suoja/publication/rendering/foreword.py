"""The foreword: words of people, numbers of the tables.

Who writes it types a reference where a number shall stand: `{new_clients_by_sex}` is the total of
that table, `{new_clients_by_form form=forced_labour}` one of its cells, and
`{series_new_clients year=2019}` an earlier year. So text and tables cannot differ, and nothing
can be told that is not shown.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import override

from suoja.publication.rendering.grid import words
from suoja.publication.rendering.report import Report
from suoja.publication.rules import typed_numbers
from suoja.statistics.tables import Cell, by_id

REFERENCE = re.compile(r"\{\s*(\w+)((?:\s+\w+=[\w.-]+)*)\s*\}")
CATEGORY = re.compile(r"(\w+)=([\w.-]+)")
EXAMPLE = "{new_clients_by_sex}"


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in the text, `written` as it stands there, where a cell's number belongs."""

    written: str
    table: str
    categories: Mapping[str, str]


def references(text: str) -> tuple[Reference, ...]:
    """Return what the text refers to, in the order in which it does."""
    return tuple(map(_reference, REFERENCE.finditer(text)))


def filled(text: str, report: Report, language: str) -> str:
    """Return the text with its numbers; a reference to nothing stays as it was written."""
    with override(language):
        return REFERENCE.sub(partial(_number, report), text)


def paragraphs(text: str) -> tuple[str, ...]:
    """Return what blank lines part."""
    return tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip())


def why_not(text: str, report: Report) -> str | None:
    """Return why the text cannot stand in this report, or None."""
    reasons = [_why_not_refer(each, report) for each in references(text)]
    reasons += [_why_not_braces(text), _why_not_digits(REFERENCE.sub("", text), report)]
    return next((reason for reason in reasons if reason), None)


def _reference(match: re.Match[str]) -> Reference:
    return Reference(match[0], match[1], dict(CATEGORY.findall(match[2])))


def _number(report: Report, match: re.Match[str]) -> str:
    cell = _cell(_reference(match), report)
    return words(cell.public().value) if cell else match[0]


def _cell(reference: Reference, report: Report) -> Cell | None:
    table = by_id(report.tables).get(reference.table)
    if table is None or not set(reference.categories) <= set(table.dimensions):
        return None
    try:
        return table.cell(**reference.categories)
    except KeyError:
        return None


def _why_not_refer(reference: Reference, report: Report) -> str | None:
    said = {"reference": reference.written, "table": reference.table}
    if reference.table not in by_id(report.tables):
        return _("%(reference)s: this report has no table %(table)s.") % said
    cell = _cell(reference, report)
    if cell is None:
        return _("%(reference)s: the table %(table)s has no such category.") % said
    if cell.hidden:
        return _("%(reference)s: this number is not shown, so no text can tell it.") % said
    return None


def _why_not_braces(text: str) -> str | None:
    if re.search(r"[{}]", REFERENCE.sub("", text)) is None:
        return None
    return _("Write a reference like this: %(example)s.") % {"example": EXAMPLE}


def _why_not_digits(text: str, report: Report) -> str | None:
    typed = typed_numbers(text, report.period.year)
    if not typed:
        return None
    reference = next(_references_to(typed[0], report), "")
    said = {"typed": typed[0], "reference": reference or EXAMPLE}
    if reference:
        return _("Write %(reference)s instead of %(typed)s: numbers come from the tables.") % said
    return (
        _("%(typed)s is no number that this report shows. Write a reference such as %(reference)s.")
        % said
    )


def _references_to(typed: str, report: Report) -> Iterator[str]:
    for table in report.tables:
        for cell in table.cells:
            if typed.isdecimal() and cell.public().value == int(typed):
                yield _written(table.id, cell)


def _written(table: str, cell: Cell) -> str:
    chosen = [f"{name}={category}" for name, category in cell.categories.items()]
    told = [each for each in chosen if not each.endswith("=total")]
    return "{" + " ".join([table, *told]) + "}"
