"""The audit entry of whatever is done to a release."""

from datetime import datetime

from suoja.accounts.models import Staff
from suoja.core import audit
from suoja.publication.models import Release


def record(release: Release, verb: str, *, by: Staff, at: datetime) -> None:
    detail = {"period": release.period, "version": release.version}
    audit.record(
        by=by.username,
        at=at,
        verb=verb,
        subject="release",
        subject_id=release.number,
        detail=detail,
    )


def locked(release: Release) -> Release:
    """Return the row as it is now, held until the transaction ends: two may act at once."""
    return Release.objects.select_for_update(of=("self",)).get(pk=release.pk)
