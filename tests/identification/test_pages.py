"""The steps of identification on pages, while the law has them."""

from collections.abc import Iterator

import pytest
import time_machine
from django.http import HttpResponse

from cases import AT, TODAY, account, aino, make_client, someone
from cast import client_of
from suoja.accounts.choices import Role
from suoja.clients import actions as clients
from suoja.clients.choices import ExitGround
from suoja.clients.models import Spell
from suoja.identification.choices import Body, Status
from suoja.identification.models import Assessment

pytestmark = pytest.mark.django_db

DAY = TODAY.isoformat()


@pytest.fixture(autouse=True)
def _summer_of_2020() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def spell() -> Spell:
    """Return a client who was exploited abroad."""
    made = make_client()
    clients.record_exploitation(made, account("RO"), by=aino(), at=AT)
    return made


def send(spell: Spell, step: str, role: Role = Role.ADVISER, **typed: str) -> HttpResponse:
    address = f"/staff/clients/{spell.person.number}/identification/{step}/"
    return client_of(someone(role)).post(address, typed)


def file_of(spell: Spell, role: Role = Role.ADVISER) -> str:
    answer = client_of(someone(role)).get(f"/staff/clients/{spell.person.number}/")
    return " ".join(answer.content.decode().split())


def errors(answer: HttpResponse) -> str:
    return str(answer.context["form"].errors.as_text())


def up_to_the_group(spell: Spell) -> None:
    send(spell, "queue", since=DAY)
    send(spell, "begin", on=DAY)
    send(spell, "group", on=DAY)


def test_a_client_is_led_from_step_to_step(spell: Spell) -> None:
    steps = (("Put into the queue", "queue"), ("Begin the assessment", "begin"))
    for label, step in (*steps, ("Note that the group was heard", "group")):
        assert label in file_of(spell)
        assert send(spell, step, **{"since" if step == "queue" else "on": DAY}).status_code == 302

    assert "Group of experts heard" in file_of(spell)
    assert "Decide" not in file_of(spell)
    assert "Decide" in file_of(spell, Role.DIRECTOR)


def test_who_is_identified_stays(spell: Spell) -> None:
    up_to_the_group(spell)

    typed = {"outcome": "identified", "on": DAY, "reasons": "Heard and believed."}
    assert send(spell, "decide", Role.DIRECTOR, **typed).status_code == 302

    assert "Officially identified" in file_of(spell)
    assert "Heard and believed." in file_of(spell)
    spell.refresh_from_db()
    assert spell.is_open


def test_who_is_not_identified_leaves(spell: Spell) -> None:
    up_to_the_group(spell)

    send(spell, "decide", Role.DIRECTOR, outcome="not_identified", on=DAY)

    spell.refresh_from_db()
    assert spell.end_ground == ExitGround.NOT_IDENTIFIED


@pytest.mark.parametrize(
    ("step", "typed", "reason"),
    [
        ("group", {"on": DAY}, "cannot become"),
        ("begin", {"on": "2020-06-14"}, "before the one before it"),
        ("begin", {"on": "2020-06-16"}, "dated in the future"),
        ("queue", {"since": DAY}, "The client waits already"),
        ("queue", {"since": "1999-01-01"}, "There was no assistance system on that day."),
        ("begin", {"on": ""}, "This field is required."),
    ],
)
def test_a_step_that_cannot_be_is_refused(
    spell: Spell, step: str, typed: dict[str, str], reason: str
) -> None:
    send(spell, "queue", since=DAY)

    assert reason in errors(send(spell, step, **typed))
    assert Assessment.objects.get().status == Status.WAITING


def test_the_file_says_why_a_client_cannot_wait() -> None:
    spell = make_client()
    clients.record_exploitation(spell, account("FI"), by=aino(), at=AT)

    assert "for the pre-trial investigation to identify" in file_of(spell)


def test_an_assessment_by_another_body_has_no_next_step_here(spell: Spell) -> None:
    send(spell, "queue", since=DAY)
    Assessment.objects.update(body=Body.IMMIGRATION_SERVICE)

    assert "Begin the assessment" not in file_of(spell)


def test_a_step_without_an_assessment_is_not_found(spell: Spell) -> None:
    assert send(spell, "begin", on=DAY).status_code == 404


def test_only_the_director_decides(spell: Spell) -> None:
    up_to_the_group(spell)

    assert send(spell, "decide", outcome="identified", on=DAY).status_code == 403


def test_a_counsellor_sees_where_it_stands_and_takes_no_step(spell: Spell) -> None:
    send(spell, "queue", since=DAY)

    assert "Waiting for assessment" in file_of(spell, Role.SOCIAL_COUNSELLOR)
    assert "Begin the assessment" not in file_of(spell, Role.SOCIAL_COUNSELLOR)
    assert send(spell, "begin", Role.SOCIAL_COUNSELLOR, on=DAY).status_code == 403


def test_since_2023_one_sentence_stands_in_for_the_steps(spell: Spell) -> None:
    with time_machine.travel("2024-03-01T10:00:00Z", tick=False):
        page = file_of(spell)
        answer = send(spell, "queue", since=DAY)

    assert "Since 2023 admission is itself the identification." in page
    assert "Put into the queue" not in page
    assert answer.status_code == 409
    assert not Assessment.objects.exists()
