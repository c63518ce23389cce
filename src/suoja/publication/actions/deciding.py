"""The second person, and the director."""

from datetime import datetime

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import refuse
from suoja.core.turns import in_turn
from suoja.publication import rules
from suoja.publication.actions.telling import enter_release
from suoja.publication.actions.trail import locked, record
from suoja.publication.checks import checks_of, first_failed, is_looser_than_law
from suoja.publication.choices import Status
from suoja.publication.models import LedgerEntry, Release, ReleaseContent


def check(release: Release, *, by: Staff, at: datetime) -> Release:
    """Confirm, as a second person, a release that passes its checks."""
    require(by, Permission.RELEASE_CHECK)
    # Printing takes seconds, in which nobody is to wait; asked again in turn, answers are at hand.
    refuse(_why_not_check(release, by))
    with in_turn():
        release = locked(release)
        refuse(_why_not_check(release, by))
        release.status, release.checked_at, release.checked_by = Status.CHECKED, at, by
        release.save()
        record(release, "release.check", by=by, at=at)
    return release


def _why_not_check(release: Release, by: Staff) -> rules.Reason:
    failed = first_failed(checks_of(release)) if release.status == Status.DRAFT else ""
    return rules.why_not_check(
        release.status, drafter=release.drafted_by_id, checker=by.pk, failed=failed
    )


@in_turn()
def send_back(release: Release, finding: str, *, by: Staff, at: datetime) -> Release:
    """Make a checked release a draft again, because something was found after all."""
    require(by, Permission.RELEASE_CHECK)
    release = locked(release)
    refuse(rules.why_not_send_back(release.status, finding))
    release.status, release.finding = Status.DRAFT, finding.strip()
    release.checked_at = release.checked_by = None
    release.save()
    record(release, "release.send_back", by=by, at=at)
    return release


@in_turn()
def publish(
    release: Release, *, embargo_until: datetime | None = None, by: Staff, at: datetime
) -> Release:
    """Put a checked release into force; the version that it corrects no longer is.

    Readers see it from `embargo_until` on, or at once.
    """
    require(by, Permission.RELEASE_PUBLISH)
    release = locked(release)
    is_correction = release.corrects is not None
    content = ReleaseContent.objects.newest_of(release)
    reason = rules.why_not_publish(
        release.status,
        at=at,
        embargo_until=embargo_until,
        is_correction=is_correction,
        is_overtaken=LedgerEntry.objects.since(content).exists(),
        is_loose=is_looser_than_law(release, at),
    )
    refuse(reason)
    if release.corrects is not None:
        release.corrects.status = Status.CORRECTED
        release.corrects.save()
    release.status, release.published_at, release.published_by = Status.PUBLISHED, at, by
    release.embargo_until = embargo_until
    release.save()
    enter_release(release, by=by, at=at)
    record(release, "release.publish", by=by, at=at)
    return release


@in_turn()
def call_back(release: Release, *, by: Staff, at: datetime) -> Release:
    """Take the approval of a release back while nobody outside has seen it."""
    require(by, Permission.RELEASE_PUBLISH)
    release = locked(release)
    reason = rules.why_not_call_back(release.status, under_embargo=release.is_under_embargo(at))
    refuse(reason)
    release.status = Status.CHECKED
    release.published_at = release.published_by = release.embargo_until = None
    release.save()
    record(release, "release.call_back", by=by, at=at)
    return release
