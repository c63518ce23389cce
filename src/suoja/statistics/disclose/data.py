"""Read the data: rows of persons, grouped by what they have in common."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from suoja.statistics.disclose.fault import nearest
from suoja.statistics.disclose.rows import Sheet
from suoja.statistics.disclose.spec import Spec

_WHOLE = re.compile(r"\d+")
MOST = 999_999_999_999  # sums of so many stay exact
_DECIMALS = re.compile(r"[.]0*")
_DECIMALS_WITH_COMMA = re.compile(r"[.,]0*")
Labels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Data:
    """How many persons share the same labels, and on which line these first stand."""

    sheet: Sheet
    columns: tuple[str, ...]
    counts: dict[Labels, int]
    lines: dict[Labels, int]


def read_data(spec: Spec) -> Data:
    """Return the data of a spec, grouped. Raise Fault."""
    sheet = Sheet(spec.data)
    columns = tuple(level for variable in spec.variables for level in variable.levels)
    _check_columns(sheet, spec)
    wanted = [*columns, spec.weight if spec.weight else columns[0]]
    data = Data(sheet, columns, {}, {})
    for fields, (rows, line) in _counted(sheet, wanted).items():
        labels = _labels(sheet, columns, fields, line)
        weight = _weight(sheet, spec.weight, fields[-1], line) if spec.weight else 1
        data.counts[labels] = data.counts.get(labels, 0) + rows * weight
        data.lines.setdefault(labels, line)
    if not data.counts:
        raise sheet.fault("there are no rows below the column names: nothing to count.", 1)
    return data


def _check_columns(sheet: Sheet, spec: Spec) -> None:
    for variable in spec.variables:
        for level in variable.levels:
            _check_column(sheet, spec, level, ("variables", variable.name, "levels"))
    if spec.weight is not None:
        _check_column(sheet, spec, spec.weight, ("data", "weight"))


def _check_column(sheet: Sheet, spec: Spec, column: str, keys: tuple[str, ...]) -> None:
    times = sheet.header.count(column)
    if times == 0:
        sentence = f'{sheet.path} has no column "{column}". {nearest(column, sheet.header)}'
        raise spec.places.fault(sentence, *keys, word=column)
    if times > 1:
        raise sheet.fault(f'{times} columns are called "{column}": rename them.', 1, column)


def _counted(sheet: Sheet, wanted: Sequence[str]) -> dict[Labels, list[int]]:
    """Return how often each combination of fields stands in the file, and where first."""
    pick = itemgetter(*map(sheet.header.index, wanted))
    counted: dict[Labels, list[int]] = {}
    for line, row in sheet.records():
        fields = pick(row)
        found = counted.get(fields)
        if found is None:
            counted[fields] = [1, line]
        else:
            found[0] += 1
    return counted


def _labels(sheet: Sheet, columns: Sequence[str], fields: Labels, line: int) -> Labels:
    labels = tuple(field.strip() for field in fields[:-1])
    for column, label in zip(columns, labels, strict=True):
        if not label:
            sentence = f'{column} is empty: write the category, "unknown" where it is not known.'
            raise sheet.fault(sentence, line, column)
        if label.casefold() == "total":
            sentence = (
                f'{column} is "{label}": sums are made here, so leave rows of totals out, '
                "or rename the category."
            )
            raise sheet.fault(sentence, line, column)
    return labels


def _weight(sheet: Sheet, column: str, text: str, line: int) -> int:
    decimals = _DECIMALS_WITH_COMMA if sheet.delimiter == ";" else _DECIMALS
    whole = _WHOLE.match(text.strip())
    if whole and decimals.fullmatch(text.strip()[whole.end() :] or "."):
        if int(whole[0]) > MOST:
            sentence = f"{column} is {whole[0]}: a row counts {MOST:,} persons at most."
            raise sheet.fault(sentence, line, column)
        return int(whole[0])
    said = f'is "{text}"' if text.strip() else "is empty"
    sentence = f"{column} {said}: write how many persons the row counts, as 3, or leave it out."
    raise sheet.fault(sentence, line, column)
