"""Published releases of a made-up caseload, without the records behind them."""

import zlib
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from made_up.caseload import caseload
from suoja.accounts.models import Staff
from suoja.core.calendar import Period
from suoja.publication import actions
from suoja.publication.models import Release, ReleaseContent
from suoja.publication.models.content import digest, sealed
from suoja.publication.models.freezing import freeze
from suoja.statistics.tables import Table, build

PUBLISHED = datetime(2021, 3, 1, 9, 0, tzinfo=UTC)
CORRECTED = datetime(2021, 4, 1, 9, 0, tzinfo=UTC)


def published(period: str, *, people: int, drafter: Staff, checker: Staff) -> Release:
    """Store a draft as counting would have made it; check and publish it."""
    release = drafted(period, people=people, drafter=drafter)
    actions.check(release, by=checker, at=PUBLISHED)
    return actions.publish(release, by=checker, at=PUBLISHED)


def drafted(period: str, *, people: int, drafter: Staff, **more: object) -> Release:
    months = Period.parse(period)
    release = Release.objects.create(
        number=Release.objects.count() + 1,
        period=period,
        last_month=months.last,
        policy="strict",
        drafted_at=PUBLISHED,
        drafted_by=drafter,
        **more,
    )
    add_content(release, tables_of(period, people), people)
    return release


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
    actions.check(following, by=checker, at=CORRECTED)
    return actions.publish(following, by=checker, at=CORRECTED)


@cache
def tables_of(period: str, people: int) -> tuple[Table, ...]:
    return build(caseload(7, people), Period.parse(period), "strict")


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


def add_content(release: Release, tables: tuple[Table, ...], people: int) -> None:
    facts = caseload(7, people).to_json()
    public = freeze(table.public() for table in tables)
    ReleaseContent.objects.create(
        release=release,
        edition=1,
        frozen_at=PUBLISHED,
        facts_sealed=sealed(facts, "facts"),
        facts_digest=digest(facts),
        tables_sealed=sealed(freeze(tables), "tables"),
        public_tables=zlib.compress(public, 9),
        public_digest=digest(public),
    )
