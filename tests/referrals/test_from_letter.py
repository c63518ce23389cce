"""A letter becomes a referral without being typed anew, and its sender learns how far it is."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases import someone
from intake.arrivals import drop
from intake.desk import first, on_duty_as, path_of
from intake.forms_sent import CHILD, drop_form, person
from referrals.letter_form import A_THIRD, ANOTHER, address, decide, register, typed_in
from suoja.accounts.choices import Role
from suoja.intake import actions as letters
from suoja.referrals.models import LetterPart, Referral

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(db: None) -> Client:
    """Return the browser of Aino, who is on duty."""
    return on_duty_as()


def test_a_form_is_registered_without_typing_a_word(client: Client) -> None:
    message = drop_form(person(children=[CHILD]))
    answer = register(client, message)
    referral = Referral.objects.get()

    assert answer.redirect_chain == [(f"/staff/referrals/{referral.number}/", 302)]
    who = referral.person
    assert (who.name, who.phone, who.address) == (
        "Mirela Koskela",
        "+358 40 0000",
        "Kitchen Street 1",
    )
    assert (who.birth_date_estimated, who.language) == (True, "ro")
    assert (referral.referrer, referral.with_support_person) == ("police", True)
    assert referral.consent_given_at.isoformat() == "2020-05-31T21:00:00+00:00"
    assert [child.person.name for child in referral.children.all()] == ["Ion Koskela"]


def test_what_has_no_field_of_its_own_stands_in_the_summary(client: Client) -> None:
    message = drop_form(person(guardian_suspected=True))
    register(client, message)

    assert Referral.objects.get().summary.splitlines() == [
        "Works without pay in a kitchen.",
        "Threat: They know where her mother lives.",
        "Forms of exploitation: Forced labour",
        "Where it happened: In Finland and abroad",
        "How to reach who refers: virtanen@police.example",
        "A guardian is suspected. A representative has to be appointed.",
    ]


def test_the_age_that_a_child_told_in_a_letter_stands_in_the_summary(client: Client) -> None:
    message = drop(told={"message": "Help", "under_18": True})
    first()
    page = client.get(address(message))

    assert page.context["form"]["summary"].value() == "Help\nUnder 18, by their own words"


def test_what_is_safe_is_read_before_the_number(client: Client) -> None:
    drop_form(person(safe_contact="Through her lawyer."))
    html = client.get(path_of(first())).content.decode()

    assert html.index("Through her lawyer.") < html.index("+358 40 0000")


def test_what_was_typed_over_it_is_what_is_registered(client: Client) -> None:
    register(client, drop_form(), given_names="Mariela")

    assert Referral.objects.get().person.given_names == "Mariela"


def test_the_part_says_what_it_became(client: Client) -> None:
    message = drop_form()
    conversation = first()
    assert f'href="{address(message)}"' in client.get(path_of(conversation)).content.decode()
    register(client, message)
    shown = client.get(path_of(conversation)).content.decode()

    referral = Referral.objects.get()
    assert "Registered as" in shown
    assert f'href="/staff/referrals/{referral.number}/"' in shown
    assert address(message) not in shown


def test_a_part_is_registered_once(client: Client) -> None:
    message = drop_form()
    first()
    typed = typed_in(client.get(address(message)))
    register(client, message)
    again = client.post(address(message), {**typed, **ANOTHER})

    number = Referral.objects.get().number
    assert f"This part of the letter is referral R-{number} already." in again.content.decode()
    assert client.get(address(message))["Location"] == f"/staff/referrals/{number}/"


def test_persons_who_were_named_together_are_a_group(client: Client) -> None:
    message = drop_form(person(), person(**ANOTHER), person(**A_THIRD))
    for part in (1, 2, 3):
        back = register(client, message, part)
        assert back.redirect_chain[0][0] == path_of(first())

    assert Referral.objects.count() == 3
    (group,) = set(Referral.objects.values_list("group", flat=True))
    assert group is not None


def test_of_two_persons_each_has_their_own_consent(client: Client) -> None:
    message = drop_form(person(), person(**ANOTHER, consent_given_on=""))
    first()
    page = client.get(address(message, 2))

    assert typed_in(page).get("consent") is None
    assert "has not consented" in register(client, message, 2, consent="no").content.decode()


def test_a_letter_becomes_a_referral_with_its_text_as_the_summary(client: Client) -> None:
    message = drop(told={"message": "He took my passport.", "reach": "At night", "spoken": "so"})
    first()
    typed = typed_in(client.get(address(message)))

    assert typed["summary"] == "He took my passport."
    assert (typed["safe_contact"], typed["language"]) == ("At night", "so")


def test_opening_the_form_is_recorded_as_opening_the_letter(client: Client) -> None:
    message = drop_form()
    conversation = first()
    client.get(address(message))

    conversation.refresh_from_db()
    assert conversation.status == "opened"


def test_a_form_about_many_asks_no_more_questions(client: Client) -> None:
    counts = []
    for number in (2, 24):
        message = drop_form(*[person()] * number)
        first()
        client.get(address(message, 2))
        with CaptureQueriesContext(connection) as asked:
            client.get(address(message, 2))
        counts.append(len(asked))

    assert counts[0] == counts[1]


@pytest.mark.parametrize("part", [0, 2])
def test_a_part_that_is_not_there_is_not_found(client: Client, part: int) -> None:
    message = drop_form()
    first()

    assert client.get(address(message, part)).status_code == 404


def test_who_is_not_on_duty_fills_in_nothing(client: Client) -> None:
    message = drop_form()
    first()
    letters.end_duty(by=someone(Role.ADVISER), at=datetime.now(UTC))

    assert client.get(address(message)).status_code == 409


def test_a_form_that_was_begun_on_duty_is_registered_after_it(client: Client) -> None:
    message = drop_form()
    first()
    typed = typed_in(client.get(address(message)))
    letters.end_duty(by=someone(Role.ADVISER), at=datetime.now(UTC))
    client.post(address(message), typed)

    assert LetterPart.objects.get().message == message


def test_a_referral_outlives_the_letter_that_it_came_from(client: Client) -> None:
    register(client, drop_form())
    letters.erase(first().number, by=someone(Role.ADVISER), at=datetime.now(UTC))
    decide(Referral.objects.get())

    assert not Referral.objects.get().is_open
