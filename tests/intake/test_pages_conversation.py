"""One conversation on one page: read, answered, closed, linked, erased."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from intake.arrivals import drop, drop_with_code
from intake.desk import LETTERS, first, on_duty_as, path_of
from intake.forms_sent import drop_consultation, drop_form, person
from suoja.accounts.choices import Role
from suoja.core.models import AuditEntry
from suoja.core.sealing import CodeKeys
from suoja.intake import letterbox
from suoja.intake.choices import Kind, Status
from suoja.intake.models import Conversation

pytestmark = pytest.mark.django_db

MOST_QUESTIONS = 22  # PostgreSQL takes turns by asking, SQLite without


@pytest.fixture
def client(db: None) -> Client:
    """Return the browser of Aino, who is on duty."""
    return on_duty_as()


def read(client: Client, conversation: Conversation) -> str:
    answer = client.get(path_of(conversation))
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, conversation: Conversation, step: str, **typed: str) -> str:
    return client.post(path_of(conversation, step), typed, follow=True).content.decode()


def answers(keys: CodeKeys) -> list[object]:
    return [told for _, told in letterbox.answers(keys)]


def test_a_letter_is_shown_with_how_to_reach_who_wrote_it(client: Client) -> None:
    told = {"message": "Help", "reach": "Text at night", "spoken": "so", "place": "In Turku"}
    drop(told={**told, "under_18": True})
    shown = read(client, first())

    for word in ("Help", "Text at night", "Somali", "In Turku", "Under 18"):
        assert word in shown


def test_what_was_written_is_text_and_runs_as_it_was_written(client: Client) -> None:
    drop("<script>alert(1)</script>\nمرحبا")
    shown = read(client, first())

    assert "&lt;script&gt;" in shown
    assert "<script>alert" not in shown
    assert '<div class="told" dir="auto">' in shown


def test_opening_is_recorded_each_time_and_changes_the_status_once(client: Client) -> None:
    drop()
    conversation = first()
    read(client, conversation)
    read(client, conversation)

    assert AuditEntry.objects.filter(verb="letter.read").count() == 2
    conversation.refresh_from_db()
    assert conversation.status == Status.OPENED


def test_an_answer_is_sent_and_shown_with_who_wrote_it(client: Client) -> None:
    _code, keys = drop_with_code()
    conversation = first()
    shown = send(client, conversation, "answer/", text="You are not alone.")

    assert "The answer is in the mailbox." in shown
    assert "Aino Adviser" in shown
    assert answers(keys) == [{"text": "You are not alone."}]


def test_an_answer_that_is_refused_stays_typed(client: Client) -> None:
    drop_with_code()
    shown = send(client, first(), "answer/", text="x" * 10_001)

    assert "Send it in two parts" in shown
    assert "x" * 10_001 in shown
    assert "Write the answer first" in send(client, first(), "answer/", text=" ")


def test_an_answer_that_is_sent_twice_is_one_answer(client: Client) -> None:
    _code, keys = drop_with_code()
    conversation = first()
    send(client, conversation, "answer/", text="Once.")

    assert "sent already" in send(client, conversation, "answer/", text="Once.")
    assert len(answers(keys)) == 1


def test_an_answer_that_was_written_when_duty_ended_is_not_lost() -> None:
    drop_with_code()
    client = on_duty_as()
    conversation = first()
    client.post(LETTERS + "duty/leave/")
    shown = send(client, conversation, "answer/", text="Long and careful.")

    assert "Your answer was not sent" in shown
    assert "Long and careful." in shown


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"message": "Help", "reach": "Ask for Anna"}, "They may be reached in another way:"),
        ({"message": "Help"}, "They left no other way either."),
    ],
)
def test_without_a_code_the_page_says_how_else(
    client: Client, told: dict[str, str], says: str
) -> None:
    drop(told=told)
    shown = read(client, first())

    assert says in shown
    assert "Send the answer" not in shown


def test_a_conversation_is_closed_from_its_page(client: Client) -> None:
    drop()
    conversation = first()
    assert "Open it first" in send(client, conversation, "close/")
    assert f"L-{conversation.number} is closed." in send(client, conversation, "close/")

    conversation.refresh_from_db()
    assert conversation.status == Status.CLOSED
    assert 'action="' + path_of(conversation, "close/") not in read(client, conversation)


def test_what_the_same_person_wrote_before_becomes_part_of_it(client: Client) -> None:
    drop("Second letter")
    later = first()
    drop("First letter")
    first()
    other = Conversation.objects.exclude(pk=later.pk).get()
    shown = send(client, later, "link/", other=f"l-{other.number}")

    assert "is part of this conversation now" in shown
    assert "First letter" in shown
    assert "Second letter" in shown
    assert Conversation.objects.count() == 1


def test_an_unread_letter_that_is_linked_to_a_finished_one_waits(client: Client) -> None:
    drop("Finished")
    finished = first()
    Conversation.objects.update(status=Status.CLOSED)
    drop("Unread")
    unread = first()
    send(client, finished, "link/", other=str(unread))

    finished.refresh_from_db()
    assert finished.status == Status.OPENED


@pytest.mark.parametrize(
    ("other", "says"), [("L-99", "no such"), ("berries", "no such"), ("itself", "same")]
)
def test_a_number_that_cannot_be_linked_is_refused_and_stays_typed(
    client: Client, other: str, says: str
) -> None:
    drop()
    conversation = first()
    typed = str(conversation) if other == "itself" else other
    shown = send(client, conversation, "link/", other=typed)

    assert says in shown
    assert f'value="{typed}"' in shown


def test_erasing_asks_first(client: Client) -> None:
    drop()
    conversation = first()
    asked = client.get(path_of(conversation, "erase/")).content.decode()

    assert "It cannot be undone" in asked
    assert Conversation.objects.exists()
    assert f"L-{conversation.number} is erased." in send(client, conversation, "erase/")
    assert not Conversation.objects.exists()
    assert client.get(path_of(conversation)).status_code == 404
    assert client.get(path_of(conversation, "erase/")).status_code == 404


def test_who_may_not_erase_is_not_offered_it() -> None:
    drop()
    counsellor = on_duty_as(Role.SOCIAL_COUNSELLOR)
    on_duty_as()

    assert "erase/" not in read(counsellor, first())


def test_a_consultation_is_shown_with_its_question(client: Client) -> None:
    drop_consultation()
    shown = read(client, first())

    for word in ("May I ask her?", "Police", "virtanen@police.example", "Forced begging", "Abroad"):
        assert word in shown
    assert "Register as a referral" not in shown


@pytest.mark.parametrize(
    "told",
    [{"persons": [1, {"children": [2], "sex": []}]}, {"persons": 3}, {"forms": 7, "referrer": {}}],
)
@pytest.mark.parametrize("kind", [Kind.REFERRAL, Kind.CONSULTATION, Kind.CALL])
def test_whatever_was_sent_is_shown_somehow(client: Client, kind: Kind, told: object) -> None:
    drop(kind=kind, told=told)

    assert read(client, first())


def test_a_number_to_call_is_shown_as_sent_and_is_no_way_round_its_hours(client: Client) -> None:
    drop(kind=Kind.CALL, told={"number": "+358 40 1234", "voicemail": "never"})
    shown = read(client, first())

    assert shown.count("+358 40 1234") == 1
    assert "voicemail" in shown


def test_a_longer_conversation_asks_no_more_questions(client: Client) -> None:
    _code, keys = drop_with_code()
    conversation, counts = first(), []
    for number in (1, 4):
        for _ in range(number):
            drop("More", keys=keys)
            drop_form(person(), person(), keys=keys)
        first()
        read(client, conversation)
        with CaptureQueriesContext(connection) as asked:
            read(client, conversation)
        counts.append(len(asked))

    assert counts[0] == counts[1]
    assert counts[0] <= MOST_QUESTIONS
