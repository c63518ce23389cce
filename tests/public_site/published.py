"""Published releases of a made-up caseload, without the records behind them.

Each is protected for itself: how releases protect each other, the tests of the statistics ask.
"""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import releases
from made_up.caseload import caseload
from suoja.accounts.models import Staff
from suoja.core.calendar import Period
from suoja.publication.models import Release
from suoja.statistics.facts import Facts
from suoja.statistics.tables import Table, build

PUBLISHED = datetime(2021, 3, 1, 9, 0, tzinfo=UTC)
CORRECTED = datetime(2021, 4, 1, 9, 0, tzinfo=UTC)


def published(period: str, *, people: int, drafter: Staff, checker: Staff) -> Release:
    """Store a draft as counting would have made it, and publish it."""
    release = drafted(period, people=people, drafter=drafter)
    return releases.published(release, by=checker, at=PUBLISHED)


def drafted(period: str, *, people: int, drafter: Staff, **more: object) -> Release:
    return releases.drafted(period, facts(people), by=drafter, at=PUBLISHED, **more)


def corrected(release: Release, *, people: int, drafter: Staff, checker: Staff) -> Release:
    """Publish a second version of a release, with other numbers."""
    following = drafted(
        release.period,
        people=people,
        drafter=drafter,
        version=2,
        corrects=release,
        correction="A referral was counted twice.",
    )
    return releases.published(following, by=checker, at=CORRECTED)


@cache
def facts(people: int) -> Facts:
    return caseload(7, people)


@cache
def tables_of(period: str, people: int) -> tuple[Table, ...]:
    return build(facts(people), Period.parse(period), "strict")


def other_truth(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """Return tables that look the same from outside and hide other numbers."""
    return tuple(
        replace(
            table,
            cells=tuple(
                replace(cell, value=(cell.value or 0) + 7) if cell.hidden else cell
                for cell in table.cells
            ),
        )
        for table in tables
    )
