"""Releases in a state, without the long way there: for tests of what comes after.

Counting and proving, printing in every language and reading back take seconds. The tests of the
life cycle, of the checks and of the printed files go that way; here, what came of the same facts is
taken from memory, a check is written down without being made, and no file is frozen.
"""

from collections.abc import Sequence
from copy import copy
from datetime import datetime
from functools import cache

from suoja import law
from suoja.accounts.models import Staff
from suoja.core.calendar import Period, helsinki_date
from suoja.core.numbers import take_number
from suoja.publication.actions.telling import enter_release
from suoja.publication.choices import Status
from suoja.publication.models import LedgerEntry, Release, ReleaseContent
from suoja.statistics import ledger
from suoja.statistics.collect import collect
from suoja.statistics.facts import Facts
from suoja.statistics.ledger import Told
from suoja.statistics.tables import build_proven


def counted(period: str, *, by: Staff, at: datetime) -> Release:
    """Return a draft of the report on a period, as the records and the ledger are now."""
    return drafted(period, collect(), LedgerEntry.objects.everything(), by=by, at=at)


def drafted(
    period: str,
    facts: Facts,
    earlier: Sequence[Told] = (),
    *,
    by: Staff,
    at: datetime,
    **more: object,
) -> Release:
    """Return a draft as counting would have made it from these facts after what was told."""
    release = Release.objects.create(
        number=take_number("release"),
        period=period,
        last_month=Period.parse(period).last,
        policy=law.on(helsinki_date(at)).publication.name,
        drafted_at=at,
        drafted_by=by,
        **more,
    )
    content = copy(_content(period, release.policy, facts.to_json(), ledger.to_json(earlier)))
    content.release, content.edition, content.frozen_at = release, 1, at
    content.ledger_number = LedgerEntry.objects.last_number()
    content.save()
    return release


def checked(release: Release, *, by: Staff, at: datetime) -> Release:
    """Return the release as one that a second person has confirmed."""
    confirmed = {"status": Status.CHECKED, "checked_at": at, "checked_by": by}
    Release.objects.filter(pk=release.pk).update(**confirmed)
    return Release.objects.get(pk=release.pk)


def published(
    release: Release, *, by: Staff, at: datetime, embargo_until: datetime | None = None
) -> Release:
    """Return a draft as published, entered in the ledger, in the place of what it corrects."""
    release = checked(release, by=by, at=at)
    if release.corrects is not None:
        release.corrects.status = Status.CORRECTED
        release.corrects.save()
    release.status, release.published_at, release.published_by = Status.PUBLISHED, at, by
    release.embargo_until = embargo_until
    release.save()
    enter_release(release, by=by, at=at)
    return release


@cache
def _content(period: str, policy: str, facts: bytes, told: bytes) -> ReleaseContent:
    """Return what is frozen of these facts, made once in a process."""
    known, earlier = Facts.from_json(facts), ledger.from_json(told)
    built = build_proven(known, Period.parse(period), policy, earlier=earlier)
    return ReleaseContent.of(known, built, ledger_number=0)
