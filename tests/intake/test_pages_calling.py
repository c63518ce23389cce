"""Who calls sees when it is safe, what to say first, and what to somebody else."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from intake.arrivals import drop
from intake.contacts import AFTERNOON, ALWAYS, NUMBER, drop_wish, window
from intake.desk import LETTERS, first, on_duty_as, path_of
from suoja.accounts.choices import Role
from suoja.core.sealing import keys_of, make_code
from suoja.intake import letterbox
from suoja.intake.choices import Channel, IfOther, Kind, Status, Voicemail
from suoja.intake.forms import CallForm
from suoja.intake.models import Conversation

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 9, 0, 10, tzinfo=UTC)  # a Monday, 11:00 in Finland


@pytest.fixture(autouse=True)
def stopped(clock: time_machine.Traveller) -> time_machine.Traveller:
    return clock


@pytest.fixture
def client(db: None) -> Client:
    """Return the browser of Aino, who is on duty."""
    return on_duty_as()


def page(client: Client, conversation: Conversation | None = None) -> str:
    return str(client.get(path_of(conversation or first())).content.decode())


def note(client: Client, outcome: str, called_at: str = "11:00") -> tuple[str, str]:
    """Note a call; return where it leads and what is shown there."""
    typed = {"outcome": outcome, "called_at": called_at}
    answer = client.post(path_of(first(), "call/"), typed, follow=True)
    return answer.request["PATH_INFO"], answer.content.decode()


def test_the_whole_record_is_in_plain_words(client: Client) -> None:
    drop_wish(
        AFTERNOON,
        window(6, "22:00", "02:00"),
        never=(window(0, "00:00", "00:00"),),
        clock=420,
        language="ne",
        wants_interpreter=True,
        shared_with="my cousin",
        if_other=IfOther.SAY,
        other_words="This is the dentist.",
        code_word="blueberry",
        valid_until=date(2026, 3, 9),
    )
    shown = page(client)

    for words in (
        "blueberry",
        "Say only these words:",
        "This is the dentist.",
        "Never leave a voice message. Hang up before the tone.",
        'Every day <bdi dir="ltr" class="nowrap">16:00–18:00</bdi>',
        'Sunday <bdi dir="ltr" class="nowrap">22:00–02:00</bdi>',
        "Monday, day and night",
        "Monday 2 Mar 2026, 16:00",  # their clock
        "9 Mar 2026",
        "Nepali",
        "Interpreter",
        "my cousin",
        "I whisper.",
    ):
        assert words in shown


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("May be called now.", "Until Monday 2 Mar 2026, 18:00 in Finland.")),
        ("fi", ("Henkilölle voi soittaa nyt.", "maanantai 2.3.2026 klo 18.00 Suomen aikaa")),
        ("sv", ("Personen får ringas upp nu.", "måndag 2.3.2026 kl. 18.00 finsk tid")),
    ],
)
def test_it_says_that_a_call_is_safe_and_until_when(
    client: Client, language: str, words: tuple[str, str]
) -> None:
    drop_wish(window(None, "10:00", "18:00"))
    client.post("/staff/language/", {"language": language})
    shown = page(client)

    for word in words:
        assert word in shown


def test_an_unsafe_call_is_not_offered_and_its_number_is_out_of_the_way(client: Client) -> None:
    drop_wish(AFTERNOON)
    shown = page(client)

    assert "Do not call now." in shown
    assert "The next safe time begins on Monday 2 Mar 2026, 16:00." in shown
    assert "May be called now." not in shown
    assert shown.count(NUMBER) == 1
    assert shown.index("do not call now</summary>") < shown.index(NUMBER)


def test_a_text_message_comes_first_where_they_asked_for_it(client: Client) -> None:
    drop_wish(channel=Channel.TEXT)
    assert "A text message may be sent now." in page(client)
    note(client, "texted")

    assert "May be called now." in page(client)


def test_what_may_not_happen_is_not_offered(client: Client) -> None:
    drop_wish()
    shown = page(client)
    assert 'value="reached"' in shown
    assert 'value="left_message"' not in shown
    assert 'value="texted"' not in shown

    drop_wish(voicemail=Voicemail.NEUTRAL, channel=Channel.TEXT, at=NOW - timedelta(days=1))
    shown = page(client)
    assert 'value="left_message"' in shown
    assert 'value="texted"' in shown


def test_who_was_not_reached_is_back_in_the_inbox(client: Client) -> None:
    drop_wish()
    where, shown = note(client, "not_reached")

    assert (where, Conversation.objects.get().status) == (LETTERS, Status.WAITING)
    assert "The call is noted: Nobody answered." in shown


def test_who_was_reached_has_it_on_the_page_by_whom_and_when(client: Client) -> None:
    drop_wish()
    where, shown = note(client, "reached", "10.45")

    assert where == path_of(Conversation.objects.get())
    assert "Reached the person" in shown
    assert "2 Mar 2026, 10:45" in shown
    assert "Aino Adviser" in shown


def test_a_refused_note_says_why_and_keeps_what_was_typed(client: Client) -> None:
    drop_wish(AFTERNOON)
    where, shown = note(client, "somebody_else", "10:15")

    assert where.endswith("/call/")
    assert shown.count("This is not one of their times.") == 3
    assert 'value="10:15"' in shown
    assert 'value="left_message"' not in shown
    assert 'value="somebody_else"' in shown.split(" checked")[0].rsplit("<input", 1)[1]
    assert Conversation.objects.get().messages.count() == 1


def test_an_earlier_wish_gives_way_to_the_newest(client: Client) -> None:
    keys = keys_of(make_code())
    letterbox.keep_code(drop_wish(at=NOW - timedelta(hours=3)), keys, at=NOW)
    drop_wish(AFTERNOON, keys=keys, at=NOW)
    shown = page(client)

    assert "They sent a newer wish. Follow that one." in shown
    assert "Do not call now." in shown
    assert "May be called now." not in shown
    assert shown.count("Note the call") == 1


def test_a_wish_that_cannot_be_read_says_so_and_shows_what_was_sent(client: Client) -> None:
    drop(kind=Kind.CALL, told={"number": "+358 40 1234", "safe": "<b>always</b>"})
    shown = page(client)

    assert "This wish cannot be read. Call nobody by it." in shown
    assert escape("<b>always</b>") in shown
    assert "Note the call" not in shown
    assert "They left no other way either." in shown


def test_a_wish_is_a_way_to_reach_who_kept_no_code(client: Client) -> None:
    drop_wish()
    shown = page(client)

    assert "They asked to be called: see their wish." in shown
    assert "They left no other way" not in shown


def test_a_page_with_many_calls_asks_no_more_questions(client: Client) -> None:
    drop_wish()
    costs = []
    for _ in range(2):
        one = first()
        page(client, one)
        with CaptureQueriesContext(connection) as asked:
            page(client, one)
        costs.append(len(asked))
        for _ in range(3):
            note(client, "not_reached")

    assert costs[0] == costs[1]


@pytest.mark.parametrize("role", [Role.SOCIAL_COUNSELLOR, Role.DIRECTOR])
def test_whoever_may_answer_may_call(role: Role) -> None:
    drop_wish(ALWAYS)
    client = on_duty_as(role)
    on_duty_as(Role.ADVISER)  # who sorts what arrived

    assert "Note the call" in page(client)


@pytest.mark.parametrize(
    ("now", "typed", "meant"),
    [
        ("2026-03-02T09:00Z", "10:30", "2026-03-02T08:30Z"),
        ("2026-03-02T09:00Z", "23:30", "2026-03-01T21:30Z"),
        ("2026-10-25T01:40Z", "03:30", "2026-10-25T01:30Z"),
        ("2026-10-25T01:10Z", "03:30", "2026-10-25T00:30Z"),
    ],
)
def test_a_call_was_made_when_clocks_last_showed_the_time(now: str, typed: str, meant: str) -> None:
    form = CallForm(
        {"called_at": typed, "outcome": "reached"}, outcomes=[], at=datetime.fromisoformat(now)
    )
    form.is_valid()

    assert form.made_at() == datetime.fromisoformat(meant)
