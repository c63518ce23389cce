"""What may happen to a release."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from suoja.core.calendar import Period
from suoja.publication import rules
from suoja.publication.choices import Status

YEAR = Period.parse("2020")
AFTER = date(2021, 1, 1)
AT = datetime(2021, 2, 1, 9, 0, tzinfo=UTC)


def draft(**changed: object) -> object:
    return rules.why_not_draft(
        YEAR, **{"today": AFTER, "is_open": False, "is_published": False, **changed}
    )


def test_a_release_goes_from_draft_to_checked_to_published_to_corrected() -> None:
    path = [Status.DRAFT, Status.CHECKED, Status.PUBLISHED, Status.CORRECTED]

    assert [rules.why_not_move(*step) for step in pairwise(path)] == [None, None, None]


@pytest.mark.parametrize("to", Status)
def test_a_corrected_release_stays_corrected(to: Status) -> None:
    assert rules.why_not_move(Status.CORRECTED, to)


def test_a_draft_is_not_published_unchecked() -> None:
    assert "second person" in str(rules.why_not_publish(Status.DRAFT, at=AT))


def test_a_period_can_be_drafted_the_day_after_it_ends() -> None:
    assert draft() is None


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"today": date(2020, 12, 31)}, "has not ended"),
        ({"is_open": True}, "being prepared"),
        ({"is_published": True}, "correct the published"),
    ],
)
def test_a_draft_is_refused_with_a_reason(changed: dict[str, object], says: str) -> None:
    assert says in str(draft(**changed))


@pytest.mark.parametrize("period", ["2020-Q1", "2020-04..2020-12", "2019-07..2020-06"])
def test_periods_that_could_overlap_have_no_report(period: str) -> None:
    months = Period.parse(period)
    reason = rules.why_not_draft(months, today=AFTER, is_open=False, is_published=False)

    assert "a year or a half" in str(reason)


@pytest.mark.parametrize("period", ["2005", "2005-H2", "1999-H1"])
def test_before_the_register_began_nothing_is_drafted_or_asked(period: str) -> None:
    months = Period.parse(period)
    for reason in (
        rules.why_not_draft(months, today=AFTER, is_open=False, is_published=False),
        rules.why_not_ask(months, "A daily", today=AFTER),
    ):
        assert "The register begins in 2006" in str(reason)


def test_who_drafted_does_not_check() -> None:
    assert "other than who drafted" in str(
        rules.why_not_check(Status.DRAFT, drafter=1, checker=1, failed="")
    )
    assert rules.why_not_check(Status.DRAFT, drafter=1, checker=2, failed="") is None


def test_a_release_that_fails_a_check_is_not_confirmed() -> None:
    reason = rules.why_not_check(Status.DRAFT, drafter=1, checker=2, failed="Six is not seven.")

    assert str(reason) == "A check failed. Six is not seven."


def test_what_is_published_is_not_checked_again() -> None:
    assert rules.why_not_check(Status.PUBLISHED, drafter=1, checker=2, failed="")


def test_sending_back_needs_a_finding() -> None:
    assert "what was found" in str(rules.why_not_send_back(Status.CHECKED, " "))
    assert rules.why_not_send_back(Status.CHECKED, "A child is counted twice.") is None
    assert rules.why_not_send_back(Status.PUBLISHED, "A child is counted twice.")


def test_only_a_draft_is_counted_anew() -> None:
    assert rules.why_not_draft_again(Status.DRAFT) is None
    assert "sent back" in str(rules.why_not_draft_again(Status.CHECKED))


@pytest.mark.parametrize(
    ("status", "words", "is_open", "says"),
    [
        (Status.PUBLISHED, "", False, "what was wrong"),
        (Status.PUBLISHED, "Twice.", True, "finish that one"),
        (Status.DRAFT, "Twice.", False, "Only a published release"),
    ],
)
def test_a_correction_is_refused_with_a_reason(
    status: Status, words: str, is_open: bool, says: str
) -> None:
    assert says in str(rules.why_not_correct(status, words, is_open=is_open, under_embargo=False))


def test_a_published_release_can_be_corrected() -> None:
    assert (
        rules.why_not_correct(Status.PUBLISHED, "Twice.", is_open=False, under_embargo=False)
        is None
    )


@pytest.mark.parametrize(
    "words",
    [
        "Late.",
        "Counted twice in 2019 and in 2021.",
        "Since 1990.",
        "No one was counted who had often come of their own accord.",
        "Yhdessä kerrottiin asunnottomista, toisen vuosipuoliskon tiedot puuttuivat.",
        "En person räknades om på nytt, ett barn likaså, om sexuellt utnyttjande.",
    ],
)
def test_words_beside_changed_numbers_may_hold_years(words: str) -> None:
    assert rules.why_not_type(words, last_year=2021) is None


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("Of 12 men 3 were missing in 2019.", "12"),
        ("In 2022 it was found.", "2022"),
        ("In 1989 it began.", "1989"),
        ("On 02020 days.", "02020"),
        ("Half of them, ½, left.", "½"),
        ("Only three women came.", "three"),
        ("At most twelve, all of them late.", "twelve"),
        ("It was one woman from Chad.", "one woman"),
        ("Kahdesta naisesta kerrottiin.", "Kahdesta"),
        ("Seitsemän lasta puuttui.", "Seitsemän"),
        ("Vain yksi puuttui.", "Vain yksi"),
        ("De två kvinnorna saknades.", "två"),
        ("En enda saknades.", "En enda"),
        ("There were \N{ARABIC-INDIC DIGIT THREE} men.", "\N{ARABIC-INDIC DIGIT THREE}"),
    ],
)
def test_words_beside_changed_numbers_hold_no_other_number(words: str, typed: str) -> None:
    assert f"Leave out {typed}:" in str(rules.why_not_type(words, last_year=2021))


def test_a_release_that_is_not_public_yet_is_called_back_and_not_corrected() -> None:
    reason = rules.why_not_correct(Status.PUBLISHED, "Twice.", is_open=False, under_embargo=True)

    assert "call it back" in str(reason)
    assert rules.why_not_call_back(Status.PUBLISHED, under_embargo=True) is None
    assert rules.why_not_call_back(Status.PUBLISHED, under_embargo=False)
    assert rules.why_not_call_back(Status.CHECKED, under_embargo=True)


@pytest.mark.parametrize(
    ("minutes", "is_correction", "says"), [(0, False, "is over"), (1, True, "public at once")]
)
def test_an_embargo_is_refused_with_a_reason(minutes: int, is_correction: bool, says: str) -> None:
    reason = rules.why_not_publish(
        Status.CHECKED,
        at=AT,
        embargo_until=AT + timedelta(minutes=minutes),
        is_correction=is_correction,
    )

    assert says in str(reason)
