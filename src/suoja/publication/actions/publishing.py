"""The director: a release is published, or called back before anybody has read it."""

from datetime import datetime

from django.utils.translation import gettext as _

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import Refused, refuse
from suoja.core.turns import in_turn
from suoja.publication import rules
from suoja.publication.actions.telling import enter_release
from suoja.publication.actions.trail import locked, record
from suoja.publication.checks import is_looser_than_law
from suoja.publication.choices import Status
from suoja.publication.models import FrozenFile, LedgerEntry, Release, ReleaseContent
from suoja.publication.rendering import Report, all_files


def publish(
    release: Release, *, embargo_until: datetime | None = None, by: Staff, at: datetime
) -> Release:
    """Put a checked release into force; the version that it corrects no longer is.

    Readers see it from `embargo_until` on, or at once. Its files are frozen: they stay the same.
    """
    require(by, Permission.RELEASE_PUBLISH)
    # Printing takes seconds, in which nobody is to wait.
    approved = _approved(Release.objects.get(pk=release.pk), embargo_until, by, at)
    report = Report.of_release(approved)
    files = all_files(report, ReleaseContent.objects.newest_of(release).public_digest)
    with in_turn():
        release = _approved(locked(release), embargo_until, by, at)
        if Report.of_release(release) != report:
            raise Refused(_("The release has changed meanwhile. Look at it again."))
        if release.corrects is not None:
            release.corrects.status = Status.CORRECTED
            release.corrects.save()
        release.save()
        FrozenFile.objects.bulk_create(FrozenFile.all_of(release, files))
        enter_release(release, by=by, at=at)
        record(release, "release.publish", by=by, at=at)
    return release


def _approved(release: Release, embargo_until: datetime | None, by: Staff, at: datetime) -> Release:
    """Return a release as it is once published, not yet stored; refuse one that may not be."""
    content = ReleaseContent.objects.public_side().newest_of(release)
    reason = rules.why_not_publish(
        release.status,
        at=at,
        embargo_until=embargo_until,
        is_correction=release.corrects is not None,
        is_overtaken=LedgerEntry.objects.since(content).exists(),
        is_loose=is_looser_than_law(release, at),
    )
    refuse(reason)
    release.status, release.published_at, release.published_by = Status.PUBLISHED, at, by
    release.embargo_until = embargo_until
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
