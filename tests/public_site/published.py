"""A published release of a made-up caseload, without the records behind it."""

import zlib
from datetime import UTC, datetime

from made_up.caseload import caseload
from suoja.accounts.models import Staff
from suoja.core.calendar import Period
from suoja.publication import actions
from suoja.publication.models import Release, ReleaseContent
from suoja.publication.models.content import digest, sealed
from suoja.publication.models.freezing import freeze
from suoja.statistics.tables import build

PUBLISHED = datetime(2021, 3, 1, 9, 0, tzinfo=UTC)


def published(period: str, *, people: int, drafter: Staff, checker: Staff) -> Release:
    """Store a draft as counting would have made it; check and publish it."""
    months = Period.parse(period)
    release = Release.objects.create(
        number=Release.objects.count() + 1,
        period=period,
        last_month=months.last,
        policy="strict",
        drafted_at=PUBLISHED,
        drafted_by=drafter,
    )
    _add_content(release, months, people)
    actions.check(release, by=checker, at=PUBLISHED)
    return actions.publish(release, by=checker, at=PUBLISHED)


def _add_content(release: Release, months: Period, people: int) -> None:
    facts = caseload(7, people)
    tables = build(facts, months, release.policy)
    public = freeze(table.public() for table in tables)
    ReleaseContent.objects.create(
        release=release,
        edition=1,
        frozen_at=PUBLISHED,
        facts_sealed=sealed(facts.to_json(), "facts"),
        facts_digest=digest(facts.to_json()),
        tables_sealed=sealed(freeze(tables), "tables"),
        public_tables=zlib.compress(public, 9),
        public_digest=digest(public),
    )
