"""What may happen to an assessment; whether there is one at all is the law of the day."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suoja import law
from suoja.identification.choices import Body, Status
from suoja.vocabulary.choices import Category, Place

NEXT: Mapping[Status, frozenset[Status]] = {
    Status.WAITING: frozenset({Status.ASSESSING, Status.IDENTIFIED}),
    Status.ASSESSING: frozenset({Status.GROUP_HEARD, Status.IDENTIFIED}),
    Status.GROUP_HEARD: frozenset({Status.IDENTIFIED, Status.NOT_IDENTIFIED}),
    Status.IDENTIFIED: frozenset(),
    Status.NOT_IDENTIFIED: frozenset(),
}


def why_not_queue(
    *, on: date, is_open: bool, category: str, place: str | None, waits: bool
) -> Promise | None:
    """Return why a client cannot wait for the system's own identification (R127), or None."""
    if on < law.FIRST_DAY:
        return _("There was no assistance system on that day. Correct the day.")
    rule = law.on(on).identification
    if not rule.is_own_step:
        return _("On that day identification is no step of its own: see the law of the day.")
    if not is_open or category != Category.VICTIM:
        return _("Only a victim who is a client now can be officially identified.")
    if waits:
        return _("The client waits already, or is being assessed.")
    if rule.own_cases_abroad_only and place != Place.ABROAD:
        return _("What happened in Finland is for the pre-trial investigation to identify.")
    return None


def why_not_move(
    status: str, following: Status, *, body: str, earlier: date | None, on: date, today: date
) -> Promise | str | None:
    """Return why an assessment cannot take this step, or None."""
    if following not in NEXT[Status(status)]:
        return _("An assessment that is “%(status)s” cannot become “%(following)s”.") % {
            "status": Status(status).label,
            "following": following.label,
        }
    if on > today:
        return _("The step is dated in the future. Correct the day.")
    if earlier is not None and on < earlier:
        return _("The step is dated before the one before it. Correct the day.")
    return _why_not_without_group(status, following, body)


def _why_not_without_group(status: str, following: Status, body: str) -> Promise | None:
    """Return why the system cannot identify before the group of experts was heard (R128)."""
    own = body == Body.ASSISTANCE_SYSTEM
    if own and following == Status.IDENTIFIED and status != Status.GROUP_HEARD:
        return _("Hear the group of experts first.")
    return None
