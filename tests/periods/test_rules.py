"""Which periods may be granted on which day, without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suoja.core.calendar import add_months
from suoja.periods import rules
from suoja.periods.choices import Granter, Kind
from suoja.periods.rules import Earlier, Grant
from suoja.vocabulary.choices import ResidenceStatus

START = date(2020, 3, 1)
TODAY = date(2020, 12, 31)
UNDOCUMENTED, PERMIT = ResidenceStatus.UNDOCUMENTED, ResidenceStatus.RESIDENCE_PERMIT


def why_not(
    *,
    kind: Kind = Kind.REFLECTION,
    body: Granter = Granter.ASSISTANCE_SYSTEM,
    start: date = START,
    end: date | None = None,
    status: str | None = UNDOCUMENTED,
    earlier: tuple[Earlier, ...] = (),
    today: date = TODAY,
) -> str | None:
    end = end or start + timedelta(days=30)
    grant = Grant(kind=kind, granted_by_body=body, granted_on=start, starts_on=start, ends_on=end)
    reason = rules.why_not_grant(grant, today=today, residence_status=status, earlier=earlier)
    return None if reason is None else str(reason)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({}, None),
        ({"end": date(2020, 9, 1)}, None),
        ({"end": date(2020, 9, 2)}, "1 Sep 2020 at the latest"),
        ({"end": date(2020, 3, 30)}, "at least 30 days"),
        ({"end": START}, "ends before it starts"),
        ({"status": PERMIT}, "without a right of residence"),
        ({"status": None}, None),
        ({"body": Granter.POLICE}, None),
        ({"body": Granter.BORDER_GUARD}, None),
        ({"today": date(2020, 2, 1)}, "in the future"),
    ],
)
def test_a_reflection_period_is_granted_within_the_law_of_the_day(
    changed: dict[str, object], sentence: str | None
) -> None:
    reason = why_not(**changed)

    assert (reason is None) if sentence is None else (sentence in (reason or ""))


@pytest.mark.parametrize(
    ("start", "days", "status", "sentence"),
    [
        (date(2015, 6, 30), 30, PERMIT, "No recovery period"),
        (date(2015, 7, 1), 30, PERMIT, None),
        (date(2018, 11, 30), 30, PERMIT, None),
        (date(2018, 12, 1), 30, PERMIT, "No recovery period"),
        (date(2018, 5, 1), 90, PERMIT, None),
        (date(2018, 5, 1), 91, PERMIT, "at the latest"),
        (date(2018, 5, 1), 30, UNDOCUMENTED, "stays legally"),
        (date(2018, 5, 1), 30, ResidenceStatus.FINNISH_CITIZEN, None),
    ],
)
def test_a_recovery_period_is_granted_while_the_law_had_it(
    start: date, days: int, status: str, sentence: str | None
) -> None:
    reason = why_not(
        kind=Kind.RECOVERY, start=start, end=start + timedelta(days=days), status=status
    )

    assert (reason is None) if sentence is None else (sentence in (reason or ""))


def test_two_grants_together_last_six_months_at_most() -> None:
    before = (Earlier(date(2020, 1, 1), date(2020, 3, 1)),)

    assert why_not(earlier=before, end=date(2020, 7, 1)) is None
    assert "at the latest" in (why_not(earlier=before, end=date(2020, 7, 2)) or "")


def test_periods_do_not_overlap() -> None:
    before = (Earlier(date(2020, 2, 1), date(2020, 3, 2)),)

    assert "already" in (why_not(earlier=before) or "")


@given(st.dates(date(2006, 8, 1), date(2030, 1, 1)), st.integers(30, 400))
def test_no_reflection_period_outlasts_six_months(start: date, days: int) -> None:
    reason = why_not(start=start, end=start + timedelta(days=days), today=date(2031, 1, 1))

    assert (reason is None) == (start + timedelta(days=days) <= add_months(start, 6))
