"""What may happen to a release."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period
from suoja.law import FIRST_DAY
from suoja.publication.choices import NUMBER_WORDS, Status

Reason = str | Promise | None

NEXT: Mapping[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.CHECKED}),
    Status.CHECKED: frozenset({Status.DRAFT, Status.PUBLISHED}),
    Status.PUBLISHED: frozenset({Status.CHECKED, Status.CORRECTED}),
    Status.CORRECTED: frozenset(),
}
OPEN = frozenset({Status.DRAFT, Status.CHECKED})
NUMBER = re.compile(r"\d+")
IN_WORDS = re.compile(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)
FIRST_YEAR = 1990

_REFUSALS: Mapping[Status, str | Promise] = {
    Status.DRAFT: _("Only a checked release can go back to being a draft."),
    Status.CHECKED: _("Only a draft can be checked."),
    Status.PUBLISHED: _("Only a release that a second person has checked can be published."),
    Status.CORRECTED: _("Only a published release can be corrected."),
}


def why_not_move(status: str, to: Status) -> Reason:
    """Return why a release may not take this status, or None."""
    return None if to in NEXT[Status(status)] else _REFUSALS[to]


def _is_year_or_half(period: Period) -> bool:
    return str(period) in (str(period.year), f"{period.year}-H1", f"{period.year}-H2")


def why_not_draft(period: Period, *, today: date, is_open: bool, is_published: bool) -> Reason:
    """Return why no release of this period may be drafted, or None."""
    if period.year < FIRST_DAY.year:
        return _before_register()
    if not _is_year_or_half(period):
        return _(
            "Reports tell of a year or a half of one: periods that overlap give too much away."
        )
    if today <= period.last_day:
        return _("This period has not ended: draft its release when all its days are over.")
    if is_open:
        return _("A release of this period is being prepared already: finish that one.")
    if is_published:
        return _("This period is published already: correct the published release instead.")
    return None


def _before_register() -> Reason:
    year = FIRST_DAY.year
    return format_lazy(
        _("The register begins in {year}: choose that year or a later one."), year=year
    )


def why_not_draft_again(status: str) -> Reason:
    """Return why a draft may not be counted anew, or None."""
    if status != Status.DRAFT:
        return _("Only a draft can be counted anew; a checked release has to be sent back first.")
    return None


def why_not_write(status: str) -> Reason:
    """Return why nothing may be written to a release, or None."""
    if status != Status.DRAFT:
        return _("Only a draft gets new words; a checked release has to be sent back first.")
    return None


def why_not_explain(status: str, text: str, *, differs: bool) -> Reason:
    """Return why a difference may not be explained so, or None."""
    if not differs:
        return _("This number is what other reports say, or is not shown: nothing to explain.")
    if not text.strip():
        return _("Write why the number is not what other reports say. Name nobody.")
    return why_not_write(status)


def why_not_type(text: str, *, last_year: int) -> Reason:
    """Return why these words may not stand beside the numbers that changed, or None."""
    typed = typed_numbers(text, last_year)
    if not typed:
        return None
    return format_lazy(
        _(
            "Leave out {typed}: the numbers that changed stand beside these words, and one "
            "typed by hand can give away what is hidden. Years may stand."
        ),
        typed=typed[0],
    )


def typed_numbers(text: str, last_year: int) -> list[str]:
    """Return the numbers in a text, in figures or in words, but for the years up to this one."""
    typed = [each for each in NUMBER.findall(text) if not _is_year(each, last_year)]
    typed += IN_WORDS.findall(text)
    return typed + [letter for letter in text if letter.isnumeric() and not letter.isdecimal()]


def _is_year(typed: str, last_year: int) -> bool:
    return len(typed) == len("2020") and FIRST_YEAR <= int(typed) <= last_year


def why_not_check(status: str, *, drafter: int, checker: int, failed: str) -> Reason:
    """Return why this person may not confirm the release, or None.

    `failed` is the first of its checks that failed, and what it found; empty if all passed.
    """
    if status != Status.DRAFT:
        return _REFUSALS[Status.CHECKED]
    if drafter == checker:
        return _("Somebody other than who drafted the release has to check it.")
    if failed:
        return format_lazy("{} {}", _("A check failed."), failed)
    return None


def why_not_send_back(status: str, finding: str) -> Reason:
    """Return why a checked release may not become a draft again, or None."""
    if not finding.strip():
        return _("Write what was found, so that whoever drafts anew can put it right.")
    return why_not_move(status, Status.DRAFT)


def why_not_publish(
    status: str,
    *,
    at: datetime,
    embargo_until: datetime | None = None,
    is_correction: bool = False,
    is_overtaken: bool = False,
    is_loose: bool = False,
) -> Reason:
    """Return why a release may not be published, now or at the end of an embargo, or None."""
    if embargo_until is not None and is_correction:
        return _("A correction is public at once: readers have the wrong numbers already.")
    if embargo_until is not None and embargo_until <= at:
        return _("This time is over: choose one to come, or leave it empty to publish now.")
    if status == Status.CHECKED and is_overtaken:
        return _("Numbers were published since it was counted: send it back and count it anew.")
    if status == Status.CHECKED and is_loose:
        return _("Small groups are protected better by now: send it back and count it anew.")
    return why_not_move(status, Status.PUBLISHED)


def why_not_call_back(status: str, *, under_embargo: bool) -> Reason:
    """Return why an approval may not be taken back, or None."""
    if not under_embargo:
        return _("Only a release under embargo can be called back; correct one that is public.")
    return why_not_move(status, Status.CHECKED)


def why_not_correct(status: str, correction: str, *, is_open: bool, under_embargo: bool) -> Reason:
    """Return why no corrected version may be drafted, or None."""
    if not correction.strip():
        return _("Write what was wrong: readers of the corrected version are told.")
    if is_open:
        return _("A new version is being prepared already: finish that one.")
    if under_embargo:
        return _("This release is not public yet: call it back instead.")
    return why_not_move(status, Status.CORRECTED)


def why_not_ask(
    period: Period, recipient: str, *, today: date, under_embargo: bool = False
) -> Reason:
    """Return why no number of this period is given to this recipient, or None."""
    if period.year < FIRST_DAY.year:
        return _before_register()
    if not _is_year_or_half(period):
        return _("Ask for a year or a half of one: shorter periods give too much away.")
    if today <= period.last_day:
        return _("This period has not ended: its numbers are not known yet.")
    if under_embargo:
        return _("A report that tells of this period is under embargo: answer when it is public.")
    if not recipient.strip():
        return _("Write who asks: the answer is a letter to them.")
    return None
