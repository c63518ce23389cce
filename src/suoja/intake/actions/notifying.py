"""Whom to mail that something waits, and what they were told of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from suoja.accounts.rules import TERMINAL
from suoja.core import audit
from suoja.core.turns import in_turn
from suoja.intake.choices import Status, Tray
from suoja.intake.models import Announcement, Arrival, Duty, Message


@dataclass(frozen=True, slots=True)
class News:
    """What somebody on duty does not know of yet."""

    duty: Duty
    arrivals: frozenset[UUID]


def news_for_those_on_duty(*, at: datetime) -> Iterator[News]:
    """Yield everybody on duty with an e-mail address for whom something new waits."""
    waiting = _waiting()
    for duty in Duty.objects.at(at).filter(staff__is_active=True).select_related("staff"):
        told = duty.announcements.values_list("arrival", flat=True)
        news = waiting.difference(told)
        if news and duty.staff.email:
            yield News(duty, news)


@in_turn()
def note_announced(news: News, *, at: datetime) -> None:
    """Remember what somebody was told of, and forget what was told in hours of duty long over."""
    rows = [Announcement(duty=news.duty, arrival=arrival) for arrival in sorted(news.arrivals)]
    Announcement.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    Announcement.objects.filter(duty__ends_at__lte=at).delete()
    audit.record(
        by=TERMINAL,
        at=at,
        verb="letter.notify",
        subject="duty",
        subject_id=news.duty.staff.username,
    )


def _waiting() -> frozenset[UUID]:
    """Return what nobody opened yet; a message keeps the id that it arrived with."""
    sorted_ = Message.objects.received().filter(
        conversation__status=Status.WAITING, conversation__tray=Tray.USUAL
    )
    arrivals = Arrival.objects.values_list("pk", flat=True)
    return frozenset([*arrivals, *sorted_.values_list("pk", flat=True)])
