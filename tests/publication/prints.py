"""Made-up tables and reports to print, without a database."""

from dataclasses import replace
from datetime import date
from functools import cache

from made_up.caseload import caseload
from suoja.core.calendar import Period
from suoja.publication.rendering import Report
from suoja.statistics.choices import Status
from suoja.statistics.tables import Cell, Table, build

YEAR = Period.parse("2020")
DATED = date(2021, 3, 1)
SEXES = {"woman_girl": 1135, "man_boy": 112, "other_or_not_stated": 0, "total": 1247}
FORMS = {"forced_labour": 122, "sexual_exploitation": 62, "forced_marriage": 45, "other": 18}


def cells(dimension, numbers, hidden=()):
    """Return cells of one dimension; `hidden` names those that are, with the reason."""
    reasons = dict(hidden)
    return tuple(
        Cell({dimension: category}, value, reasons.get(category, Status.PUBLISHED))
        for category, value in numbers.items()
    )


def table(**changed):
    known = {
        "id": "new_clients_by_sex",
        "title": "New clients by sex",
        "definition": "People admitted for the first time.",
        "population": "new_clients",
        "period": YEAR,
        "dimensions": ("sex",),
        "margins": ("sex",),
        "cells": cells("sex", SEXES),
    }
    return Table(**{**known, **changed})


def forms(numbers=None, hidden=(), **changed):
    """Return new clients by form; `hidden` names the forms that are not shown."""
    numbers = numbers or FORMS
    total = {"total": sum(numbers.values())}
    return table(
        id="new_clients_by_form",
        dimensions=("form",),
        margins=("form",),
        cells=cells("form", numbers | total, dict.fromkeys(hidden, Status.PRIMARY)),
        **changed,
    )


def report(*tables, **changed):
    known = {"period": YEAR, "policy": "strict", "dated": DATED}
    return Report.of_tables(tables or (table(),), **{**known, **changed})


@cache
def true_tables(people=300, policy="strict"):
    return build(caseload(3, people), YEAR, policy)


def disguised(tables):
    """Return the tables with other true values in what is hidden, and other reasons for it."""
    return tuple(replace(each, cells=tuple(map(_other, each.cells))) for each in tables)


def _other(cell):
    if cell.status == Status.PUBLISHED:
        return cell
    status = Status.PRIMARY if cell.status == Status.SECONDARY else Status.SECONDARY
    return replace(cell, value=987_654, status=status)
