"""When there is an assessment and how it goes on, without a database."""

from datetime import date

import pytest

from suoja.identification import rules
from suoja.identification.choices import Body, Status
from suoja.vocabulary.choices import Category, Place

DAY = date(2020, 6, 15)


@pytest.mark.parametrize(
    ("day", "changed", "sentence"),
    [
        (date(2015, 6, 30), {}, "no step of its own"),
        (date(2015, 7, 1), {}, None),
        (date(2022, 12, 31), {}, None),
        (date(2023, 1, 1), {}, "no step of its own"),
        (DAY, {"place": Place.IN_FINLAND}, "pre-trial investigation"),
        (DAY, {"place": None}, "pre-trial investigation"),
        (DAY, {"category": Category.WITNESS}, "Only a victim"),
        (DAY, {"is_open": False}, "Only a victim"),
        (DAY, {"waits": True}, "waits already"),
    ],
)
def test_a_client_waits_for_identification_while_the_law_had_it(
    day: date, changed: dict[str, object], sentence: str | None
) -> None:
    known = {
        "is_open": True,
        "category": Category.VICTIM,
        "place": Place.ABROAD,
        "waits": False,
    }
    reason = rules.why_not_queue(on=day, **{**known, **changed})

    assert (reason is None) if sentence is None else (sentence in str(reason))


@pytest.mark.parametrize(
    ("status", "following", "body", "sentence"),
    [
        (Status.WAITING, Status.ASSESSING, Body.ASSISTANCE_SYSTEM, None),
        (Status.ASSESSING, Status.GROUP_HEARD, Body.ASSISTANCE_SYSTEM, None),
        (Status.GROUP_HEARD, Status.IDENTIFIED, Body.ASSISTANCE_SYSTEM, None),
        (Status.GROUP_HEARD, Status.NOT_IDENTIFIED, Body.ASSISTANCE_SYSTEM, None),
        (Status.ASSESSING, Status.IDENTIFIED, Body.ASSISTANCE_SYSTEM, "Hear the group"),
        (Status.WAITING, Status.IDENTIFIED, Body.PRE_TRIAL_INVESTIGATION, None),
        (Status.WAITING, Status.NOT_IDENTIFIED, Body.ASSISTANCE_SYSTEM, "cannot become"),
        (Status.IDENTIFIED, Status.NOT_IDENTIFIED, Body.ASSISTANCE_SYSTEM, "cannot become"),
    ],
)
def test_an_assessment_takes_the_steps_of_the_law(
    status: Status, following: Status, body: Body, sentence: str | None
) -> None:
    reason = rules.why_not_move(status, following, body=body, earlier=None, on=DAY, today=DAY)

    assert (reason is None) if sentence is None else (sentence in str(reason))


@pytest.mark.parametrize(
    ("on", "sentence"),
    [(date(2020, 6, 16), "in the future"), (date(2020, 5, 31), "before the one before it")],
)
def test_steps_follow_one_another_in_time(on: date, sentence: str) -> None:
    reason = rules.why_not_move(
        Status.WAITING,
        Status.ASSESSING,
        body=Body.ASSISTANCE_SYSTEM,
        earlier=date(2020, 6, 1),
        on=on,
        today=DAY,
    )

    assert sentence in str(reason)


def test_every_status_is_in_the_table_of_steps() -> None:
    assert set(rules.NEXT) == set(Status)
