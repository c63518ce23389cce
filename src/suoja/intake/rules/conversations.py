"""What may happen to a conversation."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suoja.intake.choices import Progress, Status

NEXT: Mapping[Status, frozenset[Status]] = {
    Status.WAITING: frozenset({Status.OPENED}),
    Status.OPENED: frozenset({Status.WAITING, Status.ANSWERED, Status.CLOSED}),
    Status.ANSWERED: frozenset({Status.WAITING, Status.CLOSED}),
    Status.CLOSED: frozenset({Status.WAITING}),
}
LONGEST_DUTY = timedelta(hours=24)
LONGEST_ANSWER = 10_000


def why_not_on_duty(began_at: datetime, ends_at: datetime) -> Promise | None:
    """Return why nobody may be on duty for these hours, or None."""
    if ends_at <= began_at:
        return _("Duty ends after it begins. Choose a later time.")
    if ends_at - began_at > LONGEST_DUTY:
        return _("Nobody is on duty for more than 24 hours. Choose an earlier time.")
    return None


def why_not_open(*, on_duty: bool) -> Promise | None:
    """Return why somebody may not open what arrived, or None."""
    return None if on_duty else _("Only those on duty open what arrived. Say that you are on duty.")


def why_not_answer(text: str, *, has_way_back: bool, said: str) -> Promise | None:
    """Return why this cannot be an answer, or None; `said` is the answer that stands last."""
    if not has_way_back:
        return _("This person kept no code, so an answer here would never be read.")
    if not text.strip():
        return _("Write the answer first.")
    if len(text) > LONGEST_ANSWER:
        return _("The answer is too long. Send it in two parts.")
    if text == said:
        return _("This answer was sent already.")
    return None


def why_not_tell(progress: str, *, told: str | None) -> Promise | None:
    """Return why a mailbox cannot say how far a referral is, or None: it never goes back."""
    order = list(Progress)
    before = order.index(Progress(told or Progress.RECEIVED))
    if order.index(Progress(progress)) > before:
        return None
    return _("The mailbox says so already.")


def why_not_close(status: str) -> Promise | None:
    """Return why a conversation cannot be closed, or None."""
    if status == Status.WAITING:
        return _("Open it first: somebody waits for an answer.")
    return _("It is closed already.") if status == Status.CLOSED else None


def status_of_both(one: str, other: str) -> Status:
    """Return where two conversations stand as one: where the one stood that is less finished."""
    return min(Status(one), Status(other), key=list(Status).index)


def further(one: str | None, other: str | None) -> str | None:
    """Return which of two mailboxes was told more."""
    told = [progress for progress in Progress if progress in {one, other}]
    return told[-1] if told else None


def why_not_link(one: object, other: object) -> Promise | None:
    """Return why two conversations cannot become one, or None."""
    return _("These two are the same conversation.") if one == other else None
