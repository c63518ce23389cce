"""Reports of the example caseload, published step by step as the office would."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from suoja.accounts.models import Staff
from suoja.core.calendar import Period
from suoja.core.errors import Refused
from suoja.publication import actions
from suoja.publication.choices import Policy

DRAFTER, CHECKER, DIRECTOR = "tuuli", "aino", "daniel"


class Planned(NamedTuple):
    """A report, and the morning on which each of the three persons had it on the desk."""

    period: str
    drafted: datetime
    checked: datetime
    published: datetime


# Two of the four reports: each takes seconds to prove and to print.
PLANNED = (
    Planned(
        "2018",
        datetime(2019, 2, 4, 8, 0, tzinfo=UTC),
        datetime(2019, 2, 6, 11, 0, tzinfo=UTC),
        datetime(2019, 2, 11, 7, 0, tzinfo=UTC),
    ),
    Planned(
        "2020",
        datetime(2021, 2, 1, 8, 0, tzinfo=UTC),
        datetime(2021, 2, 3, 11, 0, tzinfo=UTC),
        datetime(2021, 2, 8, 7, 0, tzinfo=UTC),
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
    period, policy = Period.parse(planned.period), Policy.STRICT.value
    release = actions.draft(period, policy, by=drafter, at=planned.drafted)
    release = actions.check(release, by=checker, at=planned.checked)
    actions.publish(release, by=director, at=planned.published)
