"""Small groups are protected by the law of the day, which nobody chooses."""

from datetime import UTC, datetime

import pytest

import releases
from cases import make_client, make_person
from cast import client_of
from suoja import cli
from suoja.accounts.models import Staff
from suoja.core.calendar import Period
from suoja.core.errors import Refused
from suoja.publication import actions
from suoja.publication.checks import checks_of
from suoja.publication.models import Release, ReleaseContent
from suoja.statistics.tables import by_id

YEAR = Period.parse("2020")
AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
LAST_EVENING_OF_PRACTICE = datetime(2025, 12, 31, 21, 59, tzinfo=UTC)
FIRST_NIGHT_OF_STRICT = datetime(2025, 12, 31, 22, 0, tzinfo=UTC)
SAID = "Small groups are protected by the rules of the day"


def findings(release: Release) -> tuple[str, ...]:
    return next(each.findings for each in checks_of(release) if each.title == SAID)


def men(release: Release) -> int | None:
    """Return what is shown of the two men."""
    tables = ReleaseContent.objects.newest_of(release).tables
    return by_id(tables)["new_clients_by_sex"].value(sex="man_boy")


@pytest.fixture(autouse=True)
def _nine_clients(db: None) -> None:
    for sex in 7 * ["woman_girl"] + 2 * ["man_boy"]:
        make_client(make_person(sex=sex))


@pytest.fixture
def old_draft(taavi: Staff) -> Release:
    """Return a draft of the last evening on which small groups were shown."""
    return actions.draft(YEAR, by=taavi, at=LAST_EVENING_OF_PRACTICE)


@pytest.mark.parametrize(
    ("at", "policy", "shown"),
    [(LAST_EVENING_OF_PRACTICE, "practice", 2), (FIRST_NIGHT_OF_STRICT, "strict", None)],
)
def test_a_release_is_drafted_under_the_policy_of_the_day(
    taavi: Staff, at: datetime, policy: str, shown: int | None
) -> None:
    release = actions.draft(YEAR, by=taavi, at=at)

    assert (release.policy, men(release)) == (policy, shown)
    assert findings(release) == ()


def test_no_page_offers_another_policy(taavi: Staff, clock: object) -> None:
    client = client_of(taavi)
    assert 'name="policy"' not in client.get("/staff/reports/").content.decode()
    client.post("/staff/reports/", {"period": "2020", "policy": "practice"})

    assert Release.objects.get().policy == "strict"


def test_a_draft_under_a_looser_policy_is_not_confirmed(taavi: Staff, daniel: Staff) -> None:
    release = actions.draft(YEAR, by=taavi, at=AT)
    Release.objects.update(policy="practice")
    release.refresh_from_db()

    assert "Count it anew." in findings(release)[0]
    with pytest.raises(Refused, match=SAID):
        actions.check(release, by=daniel, at=AT)


def test_counted_anew_a_draft_is_protected_by_the_law_of_that_day(
    old_draft: Release, taavi: Staff
) -> None:
    again = actions.draft_again(old_draft, by=taavi, at=AT)

    assert (again.policy, men(again)) == ("strict", None)


def test_what_was_checked_under_looser_rules_is_not_published(
    old_draft: Release, daniel: Staff
) -> None:
    checked = actions.check(old_draft, by=daniel, at=LAST_EVENING_OF_PRACTICE)

    with pytest.raises(Refused, match="protected better by now"):
        actions.publish(checked, by=daniel, at=AT)
    actions.publish(checked, by=daniel, at=LAST_EVENING_OF_PRACTICE)


def test_a_correction_is_protected_by_the_law_of_its_own_day(
    old_draft: Release, taavi: Staff, daniel: Staff
) -> None:
    first = releases.published(old_draft, by=daniel, at=LAST_EVENING_OF_PRACTICE)

    assert actions.correct(first, "Counted twice.", by=taavi, at=AT).policy == "strict"


def test_the_terminal_prints_nothing_loosely_protected_to_pass_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["report", "2020", "--policy", "practice"]) == cli.REFUSED
    assert "--policy goes with --internal" in capsys.readouterr().err

    assert cli.main(["report", "2020", "--policy", "practice", "--internal"]) == 0
    assert "2  New clients by sex: Man or boy\n" in capsys.readouterr().out
