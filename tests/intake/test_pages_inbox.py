"""The inbox: who sees it, in which order, and what it does not say."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases import aino, daniel, someone
from cast import client_of
from intake.arrivals import drop
from intake.desk import LETTERS, first, on_duty_as, path_of
from intake.forms_sent import drop_consultation, drop_form
from suoja.accounts.choices import Role
from suoja.core.paging import PAGE_SIZE
from suoja.intake import actions
from suoja.intake.choices import Status, Tray
from suoja.intake.models import Arrival, Conversation, Duty

pytestmark = pytest.mark.django_db


def page(client: Client, path: str = LETTERS) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_is_not_on_duty_sees_no_letter_and_nothing_is_opened() -> None:
    drop("canary")
    shown = page(client_of(aino()))

    assert "only by those who are on duty" in shown
    assert "Nobody: what arrives waits." in shown
    assert "<table" not in shown
    assert Arrival.objects.count() == 1


def test_who_is_on_duty_is_named_to_the_others() -> None:
    on_duty_as(Role.DIRECTOR)

    assert "Daniel Director" in page(client_of(aino()))


@pytest.mark.parametrize("day", ["today", "tomorrow"])
def test_one_goes_on_duty_until_a_time_and_leaves(clock: object, day: str) -> None:
    client = client_of(aino())
    until = {"today": "23:30", "tomorrow": "08.15"}[day]
    shown = client.post(LETTERS + "duty/", {"day": day, "until": until}, follow=True)
    ends = {"today": "2026-03-02T21:30", "tomorrow": "2026-03-03T06:15"}[day]

    assert "You are on duty until" in shown.content.decode()
    assert Duty.objects.get().ends_at.isoformat().startswith(ends)
    assert "no longer on duty" in client.post(LETTERS + "duty/leave/", follow=True).content.decode()
    assert not actions.is_on_duty(by=aino(), at=datetime.now(UTC))


@pytest.mark.parametrize(
    ("day", "until", "says"),
    [
        ("today", "08:00", "Duty ends after it begins"),
        ("tomorrow", "23:00", "more than 24 hours"),
        ("today", "noon", "Enter a valid time"),
    ],
)
def test_a_time_that_cannot_be_is_refused_and_stays_typed(
    clock: object, day: str, until: str, says: str
) -> None:
    answer = client_of(aino()).post(LETTERS + "duty/", {"day": day, "until": until})

    assert says in answer.content.decode()
    assert f'value="{until}"' in answer.content.decode()
    assert not Duty.objects.exists()


def test_the_urgent_come_first_and_then_who_waits_longest(clock: object) -> None:
    now = datetime.now(UTC)
    drop(at=now - timedelta(hours=3))
    drop(at=now - timedelta(hours=60))
    drop_form(is_urgent=True, at=now)
    shown = page(on_duty_as())
    numbers = {one.waits_since: one.number for one in Conversation.objects.all()}
    places = [shown.index(f">L-{numbers[hour]}<") for hour in sorted(numbers)]

    oldest, older, urgent = places
    assert urgent < oldest < older
    assert shown.count("Urgent") == 1
    assert "less than an hour" in shown
    assert "3 hours" in shown
    assert "2 days" in shown


def test_the_list_says_the_kind_and_the_language_and_nothing_else() -> None:
    drop("canary", language="ckb")
    drop_consultation(language="fi")
    drop_form()
    shown = page(on_duty_as())

    for word in ("Letter", "Consultation without a name", "Referral form", "Finnish"):
        assert word in shown
    for canary in ("canary", "Mirela", "May I ask her?", "Virtanen"):
        assert canary not in shown


def test_what_one_network_sends_by_the_hundred_waits_under_a_tab_of_its_own() -> None:
    drop(tray=Tray.BULK)
    drop()
    client = on_duty_as()
    usual, bulk = page(client), page(client, LETTERS + "bulk/")

    assert [shown.count('scope="row"') for shown in (usual, bulk)] == [1, 1]
    assert "Somebody in need may be among them" in bulk


def test_what_is_finished_is_found_page_by_page() -> None:
    for _ in range(PAGE_SIZE + 1):
        drop()
    client = on_duty_as()
    page(client)
    Conversation.objects.update(status=Status.ANSWERED)
    shown = page(client, LETTERS + "finished/")

    assert shown.count('scope="row"') == PAGE_SIZE
    assert 'rel="next"' in shown
    assert page(client, LETTERS + "finished/?page=2").count('scope="row"') == 1
    assert "Nobody waits for an answer." in page(client)


def test_duty_that_ended_shuts_every_page(clock: object) -> None:
    drop("canary")
    client, conversation = on_duty_as(), first()
    actions.end_duty(by=aino(), at=datetime.now(UTC))

    for path in (
        LETTERS,
        LETTERS + "finished/",
        path_of(conversation),
        path_of(conversation, "erase/"),
    ):
        assert "Go on duty" in page(client, path)


def test_a_longer_list_asks_no_more_questions() -> None:
    client, counts = on_duty_as(), []
    for number in (1, 5):
        for _ in range(number):
            drop()
        page(client)
        with CaptureQueriesContext(connection) as asked:
            page(client)
        counts.append(len(asked))

    assert counts == [14, 14]


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_inbox_speaks_the_language_of_its_reader(language: str) -> None:
    drop()
    staff = daniel()
    staff.language = language
    staff.save()
    shown = page(on_duty_as(Role.DIRECTOR))

    assert "Urgent" not in shown
    assert "Waits" not in shown


def test_a_counsellor_reads_and_an_operator_does_not() -> None:
    assert client_of(someone(Role.SOCIAL_COUNSELLOR)).get(LETTERS).status_code == 200
    assert client_of(someone(Role.OPERATOR)).get(LETTERS).status_code == 403


def test_what_cannot_be_opened_is_told_to_those_on_duty() -> None:
    client = on_duty_as()
    Arrival.objects.filter(pk=drop()).update(header=b"noise")

    assert "1 arrival does not open" in page(client)
