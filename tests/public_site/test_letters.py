"""Somebody writes, keeps a code, reads the answer, writes again, erases; nothing else is left."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

import cases
from suoja.intake import actions, letterbox
from suoja.intake.models import Arrival, Conversation, Mailbox
from suoja.public_site.choices import LANGUAGES
from suoja.public_site.rendering import letter_words, words
from suoja.public_site.views import letters, mailbox

pytestmark = pytest.mark.django_db
PATH = "/en/8/"
SAY = letter_words("en")


def post(client: Client, step: str, path: str = PATH, **typed: str) -> str:
    answer = client.post(path, {"step": step, **typed})
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    return str(answer.content.decode())


def hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found
    return found.group(1)


def send(client: Client, message: str = "I need help.", path: str = PATH, **typed: str) -> str:
    submission = hidden(client.get(path).content.decode(), "submission")
    return post(client, "letter", path, submission=submission, message=message, **typed)


def code_on(html: str) -> str:
    found = re.search(r'<bdi dir="ltr">([\d ]+)</bdi>', html)
    assert found
    return found.group(1)


def keep(client: Client, html: str, path: str = PATH) -> str:
    """Type the code that is shown and return it."""
    code = code_on(html)
    post(client, "code", path, token=hidden(html, "token"), type=code)
    return code


def answer(text: str) -> None:
    """Have Aino answer the letter that waits."""
    aino, at = cases.aino(), datetime.now(UTC)
    actions.begin_duty(until=at + timedelta(hours=1), by=aino, at=at)
    (one,) = actions.list_inbox(by=aino, at=at)
    actions.open_conversation(one.number, by=aino, at=at)
    actions.answer(one.number, text, by=aino, at=at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_and_its_answer_go_there_and_back_in_every_language(
    client: Client, language: str
) -> None:
    path, say = f"/{language}/8/", letter_words(language)
    html = send(client, path=path)
    assert escape(say["sent"]["title"]) in html
    code = keep(client, html, path)
    answer("You are not alone.")
    html = post(client, "open", path, code=code)

    assert "You are not alone." in html
    assert f'lang="{language}" dir="{LANGUAGES[language].direction}"' in html
    assert Conversation.objects.get().language == language


def test_a_letter_needs_one_box_only(client: Client) -> None:
    html = client.get(PATH).content.decode()

    assert re.findall(r'<\w+ name="(\w+)"[^>]*\srequired', html) == ["message"]


def test_an_empty_letter_says_what_to_do_and_keeps_the_rest(client: Client) -> None:
    html = send(client, "  ", reach="Only in the morning", place="Vaasa", spoken="uk")

    assert html.count(SAY["faults"]["message_empty"]) == 2
    assert "Only in the morning" in html
    assert 'value="Vaasa"' in html
    assert '<option value="uk" selected>' in html
    assert "<details" in html[html.index("question") - 30 :]
    assert Arrival.objects.count() == 0


def test_a_letter_that_is_too_long_stays_on_the_page(client: Client) -> None:
    html = send(client, "word " * 4_000)

    assert SAY["faults"]["message_long"] in html
    assert "word word word" in html


def test_the_same_form_sent_twice_is_one_letter(client: Client) -> None:
    submission = hidden(client.get(PATH).content.decode(), "submission")
    for _ in range(2):
        html = post(client, "letter", submission=submission, message="Help")

    assert SAY["sent"]["title"] in html
    assert Arrival.objects.count() == 1


def test_a_letter_is_there_before_any_code_is_kept(client: Client) -> None:
    send(client)

    assert (Arrival.objects.count(), Mailbox.objects.count()) == (1, 0)


def test_a_code_that_is_typed_wrong_is_shown_again(client: Client) -> None:
    html = send(client)
    code = code_on(html)
    again = post(client, "code", token=hidden(html, "token"), type="1234")

    assert SAY["faults"]["code_short"] in again
    assert code_on(again) == code
    other = post(client, "code", token=hidden(again, "token"), type="1" * 20)
    assert SAY["faults"]["code_wrong"] in other
    assert Mailbox.objects.count() == 0


def test_the_page_with_the_code_has_it_once_and_only_to_read(client: Client) -> None:
    html = send(client)
    digits = code_on(html).replace(" ", "")

    assert html.count(code_on(html)) == 1
    assert digits not in html


def test_a_code_is_never_shown_again(client: Client) -> None:
    html = send(client)
    code = keep(client, html)
    opened = post(client, "open", code=code)

    for page in (opened, post(client, "back")):
        assert code not in page
        assert code.replace(" ", "") not in page


def test_a_wrong_code_opens_nothing_and_says_so(client: Client) -> None:
    html = post(client, "open", code="0000 0000 0000 0000 0000")

    assert SAY["faults"]["code_unknown"] in html
    assert SAY["mailbox"]["title"] not in html


def test_who_comes_back_too_early_is_told_so(client: Client) -> None:
    code = keep(client, send(client))

    assert SAY["mailbox"]["none"] in post(client, "open", code=code)


def test_who_has_the_code_writes_again_and_erases(client: Client) -> None:
    code = keep(client, send(client, "First"))
    answer("We read it.")
    html = post(client, "open", code=code)
    token, submission = hidden(html, "token"), hidden(html, "submission")
    html = post(client, "again", token=token, submission=submission, message="Second")
    assert SAY["sent"]["title"] in html
    assert "We read it." in html

    html = post(client, "erase", token=token)
    assert SAY["faults"]["sure"] in html
    html = post(client, "erase", token=token, erase_sure="on")
    assert SAY["mailbox"]["erased"] in html
    assert SAY["faults"]["code_unknown"] in post(client, "open", code=code)
    actions.list_inbox(by=cases.aino(), at=datetime.now(UTC))
    assert Conversation.objects.count() == 0


def test_a_page_of_the_mailbox_that_was_erased_elsewhere_stores_nothing(client: Client) -> None:
    code = keep(client, send(client))
    token = hidden(post(client, "open", code=code), "token")
    post(client, "erase", token=token, erase_sure="on")
    before = Arrival.objects.count()
    html = post(client, "again", token=token, message="Hello?")

    assert SAY["faults"]["too_old"] in html
    assert Arrival.objects.count() == before


def test_what_was_typed_on_a_page_that_grew_old_is_there_after_the_code(client: Client) -> None:
    code = keep(client, send(client))
    html = post(client, "again", token="old", message="A long story")
    typed = hidden(html, "typed")
    html = post(client, "open", code="1234", typed=typed)
    html = post(client, "open", code=code, typed=hidden(html, "typed"))

    assert ">\nA long story</textarea>" in html


def test_an_answer_is_text_and_nothing_else(client: Client) -> None:
    code = keep(client, send(client))
    answer("<script>alert(1)</script>\nSecond line")
    html = post(client, "open", code=code)

    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>Second line" in html


def test_the_form_stays_open_without_a_database(client: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        client.get(PATH)

    assert len(asked) == 0


def test_a_mailbox_asks_a_fixed_number_of_questions(client: Client) -> None:
    code = keep(client, send(client))
    counts = []
    for text in ("One", "Two"):
        with CaptureQueriesContext(connection) as asked:
            post(client, "open", code=code)
        counts.append(len([each for each in asked if each["sql"].startswith("SELECT")]))
        if text == "One":
            answer(text)

    assert counts[0] == counts[1] <= 4


@pytest.mark.django_db(transaction=True)
def test_no_code_is_stretched_while_a_transaction_is_open(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    stretch = letters.keys_of

    def watched(code: str) -> object:
        seen.append(connection.in_atomic_block)
        return stretch(code)

    for room in (letters, mailbox):
        monkeypatch.setattr(room, "keys_of", watched)
    post(client, "open", code=keep(client, send(client)))

    assert seen == [False, False]


@pytest.mark.parametrize("step", ["code", "again", "erase", "nothing", ""])
def test_a_step_without_the_one_before_leads_back_to_a_form(client: Client, step: str) -> None:
    html = post(client, step, token="made up")

    assert "<form" in html
    assert Arrival.objects.count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_has_the_neutral_title(client: Client, language: str) -> None:
    path, neutral = f"/{language}/8/", words(language)["title"]
    pages = [client.get(path).content.decode(), send(client, path=path), post(client, "back", path)]

    for html in pages:
        assert re.sub(r"\s+", " ", html.split("<title>")[1].split("</title>")[0]).strip() == neutral


def test_a_letter_from_a_network_that_sends_very_many_waits_apart(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[int] = []
    monkeypatch.setattr("suoja.core.networks.sleep", waited.append)
    for number in range(243):
        client.post(PATH, {"step": "letter", "message": f"Flood {number}"}, REMOTE_ADDR="10.9.8.7")
    send(client, "Alone")
    aino, at = cases.aino(), datetime.now(UTC)
    actions.begin_duty(until=at + timedelta(hours=1), by=aino, at=at)
    actions.list_inbox(by=aino, at=at)

    trays = Conversation.objects.values_list("tray", flat=True)
    assert sorted(trays) == ["bulk"] * 3 + ["usual"] * 241
    assert len(waited) == 183


def test_who_holds_the_keys_is_nobody_here(client: Client) -> None:
    code = keep(client, send(client, "canary-word"))
    stored = b"".join(bytes(row.body) + bytes(row.header) for row in Arrival.objects.all())

    assert b"canary" not in stored
    assert code.replace(" ", "").encode() not in stored
    assert letterbox.knows(letters.keys_of(code.replace(" ", "")))
