"""Notes, written and read on the page of a client."""

from datetime import timedelta
from uuid import uuid4

import pytest

from cases import AT, aino, make_client, someone
from cast import client_of
from stories import page_of
from suoja.accounts.choices import Role
from suoja.clients import actions as clients
from suoja.clients.models import Note

pytestmark = pytest.mark.django_db


def test_a_note_is_written_on_the_page_itself() -> None:
    spell = make_client()
    address = f"/staff/clients/{spell.person.number}/"

    answer = client_of(aino()).post(
        address, {"text": "Slept well.", "submission": uuid4()}, follow=True
    )

    assert "The note was written." in answer.content.decode()
    assert [note.text for note in spell.person.notes.all()] == ["Slept well."]


def test_a_note_that_is_sent_twice_is_written_once_and_kept_as_typed() -> None:
    address = f"/staff/clients/{make_client().person.number}/"
    typed = {"text": "Slept well.", "submission": uuid4()}
    client_of(aino()).post(address, typed)

    again = client_of(aino()).post(address, typed).content.decode()

    assert "This note was sent already" in again
    assert "Slept well.</textarea>" in again
    assert Note.objects.count() == 1


def test_a_nurse_reads_and_does_not_write() -> None:
    spell = make_client()
    address = f"/staff/clients/{spell.person.number}/"
    page = page_of(spell, Role.NURSE)

    typed = {"text": "Slept well.", "submission": uuid4()}
    answer = client_of(someone(Role.NURSE)).post(address, typed)

    assert answer.status_code == 403
    for words in ("New note", "Correct", "Record exploitation", "Record the exit", "Add a child"):
        assert words not in page


def test_older_notes_are_shown_when_asked_for() -> None:
    spell = make_client()
    for number in range(11):
        clients.write_note(spell, f"Note {number}.", by=aino(), at=AT + timedelta(minutes=number))

    first, everything = page_of(spell), page_of(spell, query="?notes=all")

    assert "Note 0." not in first
    assert "Show all notes" in first
    assert "Note 0." in everything
    assert "Show all notes" not in everything
