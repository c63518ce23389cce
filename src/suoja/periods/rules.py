"""What period may be granted; how long and by whom is the law of the day of granting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suoja import law
from suoja.periods.choices import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What is said when a period is granted; it runs until the day before `ends_on`."""

    kind: str
    granted_by_body: str
    granted_on: date
    starts_on: date
    ends_on: date
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A period of the same kind that the person had before."""

    starts_on: date
    ends_on: date

    @property
    def days(self) -> int:
        return (self.ends_on - self.starts_on).days


def why_not_grant(
    grant: Grant, *, today: date, residence_status: str | None, earlier: Sequence[Earlier]
) -> Promise | str | None:
    """Return why a period cannot be granted so (R101-R103, R112-R115), or None."""
    if grant.granted_on < law.FIRST_DAY:
        return _("There was no assistance system on that day. Correct the day of granting.")
    if grant.granted_on > today:
        return _("The period is granted in the future. Correct the day.")
    if grant.ends_on <= grant.starts_on:
        return _("The period ends before it starts. Correct one of the two days.")
    if any(grant.starts_on < other.ends_on for other in earlier):
        return _("The person has a period on that day already. Start when it ends.")
    if grant.kind == Kind.REFLECTION:
        return _why_not_reflect(grant, residence_status, earlier)
    return _why_not_recover(grant, residence_status, earlier)


def _why_not_reflect(
    grant: Grant, residence_status: str | None, earlier: Sequence[Earlier]
) -> Promise | str | None:
    rule = law.on(grant.granted_on).reflection
    if grant.granted_by_body not in rule.granted_by:
        return _("This body could not grant a reflection period on that day.")
    if residence_status is not None and residence_status not in rule.for_whom:
        return _("A reflection period is for a person without a right of residence.")
    if grant.ends_on < rule.earliest_end(grant.starts_on):
        return _("A reflection period lasts at least %(days)s days.") % {"days": rule.minimum_days}
    latest = rule.latest_end(grant.starts_on, sum(other.days for other in earlier))
    if grant.ends_on > latest:
        return _too_long(latest)
    return None


def _why_not_recover(
    grant: Grant, residence_status: str | None, earlier: Sequence[Earlier]
) -> Promise | str | None:
    rule = law.on(grant.granted_on).recovery
    if not rule.grantable:
        return _("No recovery period was granted on that day: law and practice did not have it.")
    if residence_status is not None and residence_status not in rule.for_whom:
        return _("A recovery period is for a person who stays legally.")
    latest = rule.latest_end(grant.starts_on, sum(other.days for other in earlier))
    if grant.ends_on > latest:
        return _too_long(latest)
    return None


def _too_long(latest: date) -> str:
    return _("Together with earlier ones the period can end on %(day)s at the latest.") % {
        "day": date_format(latest, "DATE_FORMAT")
    }


def why_not_end_early(*, starts_on: date, ends_on: date, on: date, today: date) -> Promise | None:
    """Return why a running period cannot end on this day, or None."""
    if not starts_on <= on < ends_on:
        return _("The period does not run on that day.")
    if on > today:
        return _("The early end is dated in the future. Correct the day.")
    return None
