"""Counting the records into a release."""

from datetime import datetime

from django.db import IntegrityError
from django.utils.translation import gettext as _

from suoja import law
from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.calendar import Period, helsinki_date
from suoja.core.errors import Refused, refuse
from suoja.core.numbers import take_number
from suoja.core.turns import in_turn
from suoja.publication import rules
from suoja.publication.actions.trail import locked, record
from suoja.publication.models import LedgerEntry, Release, ReleaseContent
from suoja.statistics.collect import collect
from suoja.statistics.tables import build_proven


def draft(period: Period, *, by: Staff, at: datetime) -> Release:
    """Count the records of a period that has ended, and freeze the result as version 1."""
    require(by, Permission.RELEASE_DRAFT)
    releases = Release.objects.of(period)
    reason = rules.why_not_draft(
        period,
        today=helsinki_date(at),
        is_open=releases.being_prepared().exists(),
        is_published=releases.approved().exists(),
    )
    refuse(reason)
    return _new(Release(version=1), period, by, at)


def correct(release: Release, correction: str, *, by: Staff, at: datetime) -> Release:
    """Draft the next version from the records as they are now; the old one stays until then."""
    require(by, Permission.RELEASE_DRAFT)
    is_open = Release.objects.of(release.months).being_prepared().exists()
    reason = rules.why_not_correct(
        release.status, correction, is_open=is_open, under_embargo=release.is_under_embargo(at)
    )
    refuse(reason)
    refuse(rules.why_not_type(correction, last_year=helsinki_date(at).year))
    following = Release(
        version=release.version + 1,
        corrects=release,
        correction=correction.strip(),
    )
    return _new(following, release.months, by, at)


def draft_again(release: Release, *, by: Staff, at: datetime) -> Release:
    """Count a draft anew; who does so is its drafter from now on."""
    require(by, Permission.RELEASE_DRAFT)
    refuse(rules.why_not_draft_again(release.status))
    policy = _policy_of(at)
    content = _counted(release.months, policy)
    with in_turn():
        release = locked(release)
        refuse(rules.why_not_draft_again(release.status))
        release.policy = policy
        release.drafted_at, release.drafted_by = at, by
        release.save()
        _freeze(release, content, at)
        record(release, "release.draft_again", by=by, at=at)
    return release


def _new(release: Release, period: Period, by: Staff, at: datetime) -> Release:
    release.policy = _policy_of(at)
    content = _counted(period, release.policy)
    release.period, release.last_month = str(period), period.last
    release.drafted_at, release.drafted_by = at, by
    try:
        with in_turn():
            release.number = take_number("release")
            release.save()
            _freeze(release, content, at)
            record(release, "release.draft", by=by, at=at)
    except IntegrityError as error:
        raise Refused(_("Somebody else has just drafted a release of this period.")) from error
    return release


def _policy_of(at: datetime) -> str:
    """Return how small groups are protected in what is drafted on this day: by law, not choice."""
    return law.on(helsinki_date(at)).publication.name


def _counted(period: Period, policy: str) -> ReleaseContent:
    """Return what is to be frozen, not yet stored: counting and sealing hold up nobody."""
    facts = collect()
    told = LedgerEntry.objects.last_number()
    earlier = LedgerEntry.objects.up_to(told).everything()
    built = build_proven(facts, period, policy, earlier=earlier)
    return ReleaseContent.of(facts, built, ledger_number=told)


def _freeze(release: Release, content: ReleaseContent, at: datetime) -> None:
    content.release, content.frozen_at = release, at
    content.edition = ReleaseContent.objects.filter(release=release).count() + 1
    content.save()
