"""What waits for somebody, counted when it is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Min
from django.utils.translation import gettext as _

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, may
from suoja.identification.models import Assessment
from suoja.intake.models import Arrival, Conversation
from suoja.periods.models import GrantedPeriod
from suoja.publication.choices import Status as ReleaseStatus
from suoja.publication.models import Release
from suoja.referrals.choices import Status
from suoja.referrals.models import Referral, ReferralQuerySet
from suoja.referrals.views.listing import row_of

SHOWN = 10
SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One heap on the desk: how much there is, and its first rows."""

    key: str
    title: str
    hint: str
    count: int
    rows: Sequence[Any]

    @property
    def is_cut(self) -> bool:
        return self.count > len(self.rows)


def referrals_for(staff: Staff, today: date) -> Iterator[Waiting]:
    """Yield the referrals that wait for this member of staff."""
    if not may(staff, Permission.REFERRAL_LIST):
        return
    found = Referral.objects.with_person()
    named = may(staff, Permission.REFERRAL_READ)
    for status, title, hint, heap in _heaps(staff, found):
        minors_first = heap.minors_first(today.year)[:SHOWN]
        rows = [row_of(referral, today=today, named=named) for referral in minors_first]
        yield Waiting(status, title, hint, heap.count(), rows)


def _heaps(
    staff: Staff, found: ReferralQuerySet
) -> Iterator[tuple[str, str, str, ReferralQuerySet]]:
    if may(staff, Permission.REFERRAL_DECIDE):
        hint = _("Assessed, or consent withdrawn")
        yield Status.UNDER_ASSESSMENT, _("To decide"), hint, found.ready_to_decide()
    yield Status.RECEIVED, _("Not taken up"), _("Minors first"), found.not_taken_up()
    asked, hint = found.waiting_for_information(), _("An answer is missing")
    yield Status.MORE_INFORMATION_ASKED, _("More information asked"), hint, asked


def letters_for(staff: Staff) -> Iterator[Waiting]:
    """Yield how many letters wait and since when; nothing of them is opened here."""
    if not may(staff, Permission.LETTER_READ):
        return
    waiting = Conversation.objects.waiting().aggregate(count=Count("pk"), since=Min("waits_since"))
    new = Arrival.objects.aggregate(count=Count("pk"), since=Min("hour"))
    hours = [one["since"] for one in (waiting, new) if one["since"]]
    count, hint = waiting["count"] + new["count"], _("Waiting for somebody on duty")
    yield Waiting("letters", _("Letters"), hint, count, [min(hours)] if hours else [])


def periods_for(staff: Staff, today: date) -> Iterator[Waiting]:
    """Yield the periods that end soon; by number, without a name."""
    if not may(staff, Permission.PERIOD_GRANT):
        return
    running = GrantedPeriod.objects.running_on(today).filter(ends_on__lte=today + SOON)
    rows = list(running.soonest_ending_first().select_related("person")[:SHOWN])
    title, hint = _("Periods ending"), _("Within 30 days")
    yield Waiting("periods", title, hint, running.count(), rows)


def identification_for(staff: Staff) -> Iterator[Waiting]:
    """Yield the queue of those who wait to be identified, and who waits longest."""
    if not may(staff, Permission.IDENTIFICATION_ASSESS):
        return
    queue = Assessment.objects.unfinished().of_clients()
    rows = list(queue.longest_waiting_first().select_related("person")[:SHOWN])
    title, hint = _("Identification"), _("Waiting or being assessed")
    yield Waiting("identification", title, hint, queue.count(), rows)


def releases_for(staff: Staff) -> Iterator[Waiting]:
    """Yield the reports that this member of staff can check or publish."""
    found = Release.objects.newest_first()
    if may(staff, Permission.RELEASE_CHECK):
        drafts = list(found.filter(status=ReleaseStatus.DRAFT).exclude(drafted_by=staff))
        hint = _("Drafted by somebody else")
        yield Waiting("check", _("Reports to check"), hint, len(drafts), drafts)
    if may(staff, Permission.RELEASE_PUBLISH):
        checked = list(found.filter(status=ReleaseStatus.CHECKED))
        hint = _("Checked by a second person")
        yield Waiting("publish", _("Reports to publish"), hint, len(checked), checked)
