"""What comes next with a release, and why a member of staff may not do it now."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, may
from suoja.publication import rules
from suoja.publication.checks import Check, first_failed
from suoja.publication.choices import Status
from suoja.publication.models import Release
from suoja.publication.rules import Reason

ANY_TEXT = "."


def next_step(release: Release, checks: Sequence[Check], *, at: datetime) -> str:
    """Return in one sentence what is to be done now, and by whom."""
    if release.status == Status.DRAFT:
        return _of_draft(release, checks)
    if release.status == Status.CHECKED:
        return _("It waits for the director, who publishes it now or sets a time.")
    if release.status == Status.CORRECTED:
        return _("A corrected version has taken its place. This one stays as it was.")
    if release.is_under_embargo(at) and release.embargo_until is not None:
        moment = date_format(localtime(release.embargo_until), "DATETIME_FORMAT")
        return _("Approved, public from %(moment)s. Until then it can be called back.") % {
            "moment": moment
        }
    return _("It is public. If a number is wrong, correct it by a new version.")


def _of_draft(release: Release, checks: Sequence[Check]) -> str:
    if first_failed(checks):
        return _("Put right what the checks found; then somebody else can confirm the numbers.")
    drafter = release.drafted_by.display_name
    return _("Somebody other than %(drafter)s confirms the numbers.") % {"drafter": drafter}


def why_not(
    release: Release, staff: Staff, checks: Sequence[Check], *, at: datetime
) -> dict[str, Reason]:
    """Return for each step why this person may not take it now; None where they may."""
    steps = {
        Permission.RELEASE_DRAFT: _of_drafter(release, at),
        Permission.RELEASE_CHECK: _of_checker(release, staff, checks),
        Permission.RELEASE_PUBLISH: _of_director(release, at),
    }
    return {
        step: reason if may(staff, permission) else _("This is for others than your role.")
        for permission, reasons in steps.items()
        for step, reason in reasons.items()
    }


def _of_drafter(release: Release, at: datetime) -> dict[str, Reason]:
    is_open = Release.objects.of(release.months).being_prepared().exists()
    embargo = release.is_under_embargo(at)
    return {
        "draft_again": rules.why_not_draft_again(release.status),
        "write": rules.why_not_write(release.status),
        "correct": rules.why_not_correct(
            release.status, ANY_TEXT, is_open=is_open, under_embargo=embargo
        ),
    }


def _of_checker(release: Release, staff: Staff, checks: Sequence[Check]) -> dict[str, Reason]:
    return {
        "check": rules.why_not_check(
            release.status,
            drafter=release.drafted_by_id,
            checker=staff.pk,
            failed=first_failed(checks),
        ),
        "send_back": rules.why_not_send_back(release.status, ANY_TEXT),
    }


def _of_director(release: Release, at: datetime) -> dict[str, Reason]:
    embargo = release.is_under_embargo(at)
    return {
        "publish": rules.why_not_publish(release.status, at=at),
        "call_back": rules.why_not_call_back(release.status, under_embargo=embargo),
    }
