"""Leaving the system, coming back, and who goes along, with a database."""

from datetime import date, timedelta

import pytest

from cases import AT, TODAY, admission, daniel, make_client, make_person
from suoja.clients import actions as clients
from suoja.clients.actions.removal import Exit
from suoja.clients.choices import ExitGround
from suoja.clients.models import Spell
from suoja.core.errors import Refused
from suoja.core.models import AuditEntry
from suoja.referrals.models import Decision
from suoja.vocabulary.choices import Category

pytestmark = pytest.mark.django_db


def leave(spell: Spell, day: date = TODAY) -> Spell:
    leaving = Exit(ended_on=day, ground=ExitGround.NEED_ENDED)
    return clients.remove(spell, leaving, by=daniel(), at=AT)


def leave_as_child(spell: Spell) -> Spell:
    leaving = Exit(ended_on=TODAY, ground=ExitGround.CAME_OF_AGE)
    return clients.remove(spell, leaving, by=daniel(), at=AT)


def child_of(guardian: Spell, **changed: object) -> Spell:
    child = make_person(given_names="Ion", birth_date=date(2012, 1, 2), **changed)
    return clients.admit_child(guardian, child, admission(), by=daniel(), at=AT)


def test_taking_in_again_is_a_new_spell_of_the_same_person() -> None:
    first = leave(make_client())

    again = make_client(first.person)

    assert (again.person, again.spell_number) == (first.person, 2)
    assert Decision.objects.get(referral=again.referral).readmission


def test_nobody_is_taken_in_again_before_having_left() -> None:
    first = leave(make_client())

    with pytest.raises(Refused, match="still a client then"):
        make_client(first.person, started_on=TODAY - timedelta(days=1))


def test_a_child_needs_a_guardian_who_is_a_client() -> None:
    guardian = leave(make_client())

    with pytest.raises(Refused, match="guardian is not a client"):
        child_of(guardian)


def test_children_leave_with_the_guardian() -> None:
    guardian = make_client()
    child = child_of(guardian)

    leave(guardian)

    child.refresh_from_db()
    assert (child.ended_on, child.end_ground) == (TODAY, "guardian_left")


def test_a_child_who_came_after_the_guardian_had_left_leaves_on_the_day_of_coming() -> None:
    guardian = make_client(started_on=TODAY - timedelta(days=9))
    child = child_of(guardian)

    leave(guardian, TODAY - timedelta(days=3))

    child.refresh_from_db()
    assert (child.started_on, child.ended_on) == (TODAY, TODAY)


def test_a_child_comes_back_after_having_left_and_not_before() -> None:
    guardian = make_client(started_on=TODAY - timedelta(days=9))
    child = leave_as_child(child_of(guardian))
    earlier = admission(started_on=TODAY - timedelta(days=1))

    with pytest.raises(Refused, match="still a client then"):
        clients.admit_child(guardian, child.person, earlier, by=daniel(), at=AT)

    again = clients.admit_child(guardian, child.person, admission(), by=daniel(), at=AT)
    assert again.spell_number == 2


def test_a_child_who_becomes_a_client_leaves_the_children() -> None:
    child = child_of(make_client())

    client = make_client(child.person)

    child.refresh_from_db()
    assert child.end_ground == "became_client"
    assert AuditEntry.objects.filter(verb="client.remove", person_id=child.person_id).exists()
    assert (client.category, client.spell_number) == ("victim", 2)
    assert not Decision.objects.get(referral=client.referral).readmission


def test_a_child_does_not_become_a_client_before_having_come() -> None:
    child = child_of(make_client())

    with pytest.raises(Refused, match="before the admission"):
        make_client(child.person, started_on=TODAY - timedelta(days=1))

    assert Spell.objects.get(person=child.person).is_open


def test_no_child_is_admitted_beside_a_guardian_who_has_left_meanwhile() -> None:
    guardian = make_client()
    read_before = Spell.objects.with_person().get(pk=guardian.pk)
    leave(guardian)

    with pytest.raises(Refused, match="guardian is not a client"):
        child_of(read_before)


def test_nobody_leaves_before_being_recognised_as_a_victim() -> None:
    witness = make_client(category=Category.WITNESS, started_on=TODAY - timedelta(days=9))
    clients.recognise_as_victim(witness, on=TODAY, by=daniel(), at=AT)

    with pytest.raises(Refused, match="recognised as a victim later"):
        leave(witness, TODAY - timedelta(days=1))


def test_who_is_removed_on_the_day_of_admission_is_not_there_in_the_evening() -> None:
    spell = leave(make_client(), TODAY)

    assert not Spell.objects.on(TODAY).filter(pk=spell.pk).exists()


def test_an_exit_before_the_admission_is_refused() -> None:
    spell = make_client()

    with pytest.raises(Refused, match="before the admission"):
        leave(spell, TODAY - timedelta(days=1))

    assert Spell.objects.get(pk=spell.pk).is_open
