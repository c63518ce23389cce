"""The second person: a draft is confirmed, or sent back after all."""

from datetime import datetime

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import refuse
from suoja.core.turns import in_turn
from suoja.publication import rules
from suoja.publication.actions.trail import locked, record
from suoja.publication.checks import checks_of, first_failed
from suoja.publication.choices import Status
from suoja.publication.models import Release


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
