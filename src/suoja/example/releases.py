"""Reports of the example caseload, published step by step as the office would."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from suoja.accounts.models import Staff
from suoja.core.calendar import Period
from suoja.core.errors import Refused
from suoja.publication import actions

DRAFTER, CHECKER, DIRECTOR = "tuuli", "aino", "daniel"


class Planned(NamedTuple):
    """A report, and the morning on which each of the three persons had it on the desk."""

    period: str
    drafted: datetime
    checked: datetime
    published: datetime


# Two of the four reports: each takes seconds to prove and to print. They are published anew with
# Suoja, and so under the protection of 2026.
PLANNED = (
    Planned(
        "2018",
        datetime(2026, 1, 12, 8, 0, tzinfo=UTC),
        datetime(2026, 1, 14, 11, 0, tzinfo=UTC),
        datetime(2026, 1, 19, 7, 0, tzinfo=UTC),
    ),
    Planned(
        "2020",
        datetime(2026, 2, 2, 8, 0, tzinfo=UTC),
        datetime(2026, 2, 4, 11, 0, tzinfo=UTC),
        datetime(2026, 2, 9, 7, 0, tzinfo=UTC),
    ),
)


def publish(*, tell: Callable[[str], None]) -> None:
    """Publish the reports of the caseload; say why where a check refuses one."""
    for planned in PLANNED:
        tell(f"Publishing the report on {planned.period} ...")
        try:
            _publish(planned)
        except Refused as reason:
            tell(f"The report on {planned.period} cannot be published. {reason}")


def _publish(planned: Planned) -> None:
    drafter, checker, director = (
        Staff.objects.get(username=name) for name in (DRAFTER, CHECKER, DIRECTOR)
    )
    release = actions.draft(Period.parse(planned.period), by=drafter, at=planned.drafted)
    release = actions.check(release, by=checker, at=planned.checked)
    actions.publish(release, by=director, at=planned.published)
