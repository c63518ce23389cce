"""Granting a period on a page, and ending it early."""

from collections.abc import Iterator
from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.http import HttpResponse

from cases import AT, aino, daniel, make_client, someone
from cast import client_of
from suoja.accounts.choices import Role
from suoja.clients.models import Spell
from suoja.periods import actions as periods
from suoja.periods.choices import EarlyEnd, Granter, Kind
from suoja.periods.models import GrantedPeriod
from suoja.periods.rules import Grant
from suoja.vocabulary.choices import ResidenceStatus

pytestmark = pytest.mark.django_db

GRANT = {
    "kind": "reflection",
    "granted_by_body": "assistance_system",
    "granted_on": "2020-06-15",
    "starts_on": "2020-06-15",
    "ends_on": "2020-08-15",
}
RUNNING = Grant(
    kind=Kind.REFLECTION,
    granted_by_body=Granter.POLICE,
    granted_on=date(2020, 6, 15),
    starts_on=date(2020, 6, 15),
    ends_on=date(2020, 8, 15),
)


@pytest.fixture(autouse=True)
def _summer_of_2020() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def spell() -> Spell:
    return make_client(residence_status=ResidenceStatus.UNDOCUMENTED)


def address(spell: Spell, page: str = "grant") -> str:
    return f"/staff/clients/{spell.person.number}/periods/{page}/"


def send(spell: Spell, typed: dict[str, str], page: str = "grant") -> HttpResponse:
    return client_of(daniel()).post(address(spell, page), typed)


def errors(answer: HttpResponse) -> str:
    return str(answer.context["form"].errors.as_text())


def file_of(spell: Spell, role: Role = Role.DIRECTOR) -> str:
    answer = client_of(someone(role)).get(f"/staff/clients/{spell.person.number}/")
    return " ".join(answer.content.decode().split())


def test_a_period_is_granted_and_stands_in_the_file(spell: Spell) -> None:
    assert send(spell, GRANT).status_code == 302

    page = file_of(spell)
    assert "61 days left" in page
    assert "Police told: <time" in page


def test_the_page_counts_the_time_that_was_used_and_not_what_was_given_back(spell: Spell) -> None:
    period = periods.grant(spell.person, RUNNING, by=daniel(), at=AT)
    whole = client_of(daniel()).get(address(spell)).context["latest"]
    periods.end_early(period, EarlyEnd.INTERRUPTED, on=date(2020, 6, 15), by=daniel(), at=AT)

    given_back = client_of(daniel()).get(address(spell)).context["latest"]
    assert (given_back - whole).days == RUNNING.ends_on.toordinal() - RUNNING.starts_on.toordinal()


def test_the_page_says_what_the_law_of_the_day_allows(spell: Spell) -> None:
    page = client_of(daniel()).get(address(spell)).content.decode()

    assert "At least 30 days, at most 6 months" in page
    assert "15 Jul 2020" in page
    assert "15 Dec 2020" in page
    assert "No recovery period is granted today" in page


def test_a_recovery_period_was_offered_while_the_law_had_it(spell: Spell) -> None:
    with time_machine.travel("2017-03-01T10:00:00Z", tick=False):
        page = client_of(daniel()).get(address(spell)).content.decode()

    assert "at most 90 days in all" in page


def test_the_page_says_when_the_months_are_used_up(spell: Spell) -> None:
    send(spell, GRANT | {"ends_on": "2020-12-15"})

    with time_machine.travel("2020-12-20T10:00:00Z", tick=False):
        page = client_of(daniel()).get(address(spell)).content.decode()

    assert "These months are used up." in page


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"ends_on": "2020-06-15"}, "ends before it starts"),
        ({"ends_on": "2020-07-01"}, "at least 30 days"),
        ({"ends_on": "2020-12-16"}, "at the latest"),
        ({"granted_on": "2020-06-16"}, "granted in the future"),
        ({"granted_on": "1999-01-01"}, "There was no assistance system on that day."),
        ({"kind": "recovery"}, "No recovery period was granted on that day"),
        ({"ends_on": ""}, "This field is required."),
    ],
)
def test_a_period_that_cannot_be_is_refused_and_kept_as_typed(
    spell: Spell, wrong: dict[str, str], reason: str
) -> None:
    answer = send(spell, GRANT | {"reasons": "Needs rest."} | wrong)

    assert reason in errors(answer)
    assert "Needs rest.</textarea>" in answer.content.decode()
    assert not GrantedPeriod.objects.exists()


def test_a_period_is_ended_early(spell: Spell) -> None:
    period = periods.grant(spell.person, RUNNING, by=daniel(), at=AT)
    assert "End it early" in file_of(spell)

    typed = {"early_end": "permit_granted", "on": "2020-06-15"}
    assert send(spell, typed, f"{period.pk}/end").status_code == 302

    page = file_of(spell)
    assert "Residence permit granted" in page
    assert "End it early" not in page


def test_a_period_does_not_end_on_a_day_when_it_does_not_run(spell: Spell) -> None:
    period = periods.grant(spell.person, RUNNING, by=daniel(), at=AT)
    typed = {"early_end": EarlyEnd.INTERRUPTED, "on": "2020-06-14"}

    assert "does not run on that day" in errors(send(spell, typed, f"{period.pk}/end"))


def test_a_period_of_somebody_else_is_not_found(spell: Spell) -> None:
    assert client_of(daniel()).get(address(spell, f"{uuid4()}/end")).status_code == 404


def test_an_adviser_sees_periods_and_grants_none(spell: Spell) -> None:
    period = periods.grant(spell.person, RUNNING, by=daniel(), at=AT)
    browser = client_of(aino())

    assert "61 days left" in file_of(spell, Role.ADVISER)
    assert "Grant a period" not in file_of(spell, Role.ADVISER)
    assert browser.get(address(spell)).status_code == 403
    assert browser.get(address(spell, f"{period.pk}/end")).status_code == 403
