"""Drafting, checking, publishing and correcting releases; reading what they hide."""

import zlib
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core import audit
from suoja.core.calendar import Period, helsinki_date
from suoja.core.errors import Refused, refuse
from suoja.core.numbers import take_number
from suoja.publication import rules
from suoja.publication.choices import Status
from suoja.publication.models import Release, ReleaseContent
from suoja.publication.models.content import digest, sealed
from suoja.publication.models.freezing import freeze
from suoja.statistics.collect import collect
from suoja.statistics.facts import Facts
from suoja.statistics.tables import Table, build


def draft(period: Period, policy: str, *, by: Staff, at: datetime) -> Release:
    """Count the records of a period that has ended, and freeze the result as version 1."""
    require(by, Permission.RELEASE_DRAFT)
    releases = Release.objects.of(period)
    reason = rules.why_not_draft(
        period,
        today=helsinki_date(at),
        is_open=releases.being_prepared().exists(),
        is_published=releases.published().exists(),
    )
    refuse(reason)
    return _new(Release(version=1, policy=policy), period, by, at)


def correct(release: Release, correction: str, *, by: Staff, at: datetime) -> Release:
    """Draft the next version from the records as they are now; the old one stays until then."""
    require(by, Permission.RELEASE_DRAFT)
    is_open = Release.objects.of(release.months).being_prepared().exists()
    refuse(rules.why_not_correct(release.status, correction, is_open=is_open))
    following = Release(
        version=release.version + 1,
        policy=release.policy,
        corrects=release,
        correction=correction.strip(),
    )
    return _new(following, release.months, by, at)


def draft_again(release: Release, *, by: Staff, at: datetime) -> Release:
    """Count a draft anew; who does so is its drafter from now on."""
    require(by, Permission.RELEASE_DRAFT)
    refuse(rules.why_not_draft_again(release.status))
    facts, tables = _counted(release.months, release.policy)
    with transaction.atomic():
        release = _locked(release)
        refuse(rules.why_not_draft_again(release.status))
        release.drafted_at, release.drafted_by = at, by
        release.save()
        _add_content(release, facts, tables, at)
        _record(release, "release.draft_again", by, at)
    return release


@transaction.atomic
def check(release: Release, *, by: Staff, at: datetime) -> Release:
    """Confirm the numbers as a second person."""
    require(by, Permission.RELEASE_CHECK)
    release = _locked(release)
    refuse(rules.why_not_check(release.status, drafter=release.drafted_by_id, checker=by.pk))
    release.status, release.checked_at, release.checked_by = Status.CHECKED, at, by
    release.save()
    _record(release, "release.check", by, at)
    return release


@transaction.atomic
def send_back(release: Release, finding: str, *, by: Staff, at: datetime) -> Release:
    """Make a checked release a draft again, because something was found after all."""
    require(by, Permission.RELEASE_CHECK)
    release = _locked(release)
    refuse(rules.why_not_send_back(release.status, finding))
    release.status, release.finding = Status.DRAFT, finding.strip()
    release.checked_at = release.checked_by = None
    release.save()
    _record(release, "release.send_back", by, at)
    return release


@transaction.atomic
def publish(release: Release, *, by: Staff, at: datetime) -> Release:
    """Put a checked release into force; the version that it corrects no longer is."""
    require(by, Permission.RELEASE_PUBLISH)
    release = _locked(release)
    refuse(rules.why_not_publish(release.status))
    if release.corrects is not None:
        release.corrects.status = Status.CORRECTED
        release.corrects.save()
    release.status, release.published_at, release.published_by = Status.PUBLISHED, at, by
    release.save()
    _record(release, "release.publish", by, at)
    return release


@transaction.atomic
def open_true_values(release: Release, *, by: Staff, at: datetime) -> tuple[Table, ...]:
    """Return the tables with nothing hidden, and write the reading of them into the audit."""
    require(by, Permission.REPORT_INTERNAL)
    _record(release, "release.read_true_values", by, at)
    return release.contents.latest("edition").true_tables


@transaction.atomic
def facts_on_terminal(
    period: Period, release: Release | None, *, purpose: str, who: str, at: datetime
) -> Facts:
    """Return the facts of a release or of now, for staff on the machine, who are on record."""
    detail = {"period": str(period), "purpose": purpose}
    number = release.number if release else ""
    audit.record(
        by=f"terminal:{who}",
        at=at,
        verb="report.read_true_values",
        subject="release",
        subject_id=number,
        detail=detail,
    )
    return release.contents.latest("edition").facts if release else collect()


def _counted(period: Period, policy: str) -> tuple[Facts, tuple[Table, ...]]:
    # Outside of any transaction: counting takes its time, and nobody else should wait for it.
    facts = collect()
    return facts, build(facts, period, policy)


def _new(release: Release, period: Period, by: Staff, at: datetime) -> Release:
    facts, tables = _counted(period, release.policy)
    release.period, release.last_month = str(period), period.last
    release.drafted_at, release.drafted_by = at, by
    try:
        with transaction.atomic():
            release.number = take_number("release")
            release.save()
            _add_content(release, facts, tables, at)
            _record(release, "release.draft", by, at)
    except IntegrityError as error:
        raise Refused(_("Somebody else has just drafted a release of this period.")) from error
    return release


def _add_content(
    release: Release, facts: Facts, tables: tuple[Table, ...], at: datetime
) -> ReleaseContent:
    stored = facts.to_json()
    public = freeze(table.public() for table in tables)
    return ReleaseContent.objects.create(
        release=release,
        edition=release.contents.count() + 1,
        frozen_at=at,
        facts_sealed=sealed(stored, "facts"),
        facts_digest=digest(stored),
        tables_sealed=sealed(freeze(tables), "tables"),
        public_tables=zlib.compress(public, 9),
        public_digest=digest(public),
    )


def _locked(release: Release) -> Release:
    """Return the row as it is now, held until the transaction ends: two may act at once."""
    return Release.objects.select_for_update(of=("self",)).get(pk=release.pk)


def _record(release: Release, verb: str, by: Staff, at: datetime) -> None:
    detail = {"period": release.period, "version": release.version}
    audit.record(
        by=by.username,
        at=at,
        verb=verb,
        subject="release",
        subject_id=release.number,
        detail=detail,
    )
