"""From admission to removal, with a database."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from cases import (
    AT,
    TODAY,
    account,
    admission,
    aino,
    daniel,
    details,
    make_client,
    make_person,
    make_referral,
)
from suoja.clients import actions as clients
from suoja.clients.actions.removal import Exit
from suoja.clients.choices import ExitGround
from suoja.clients.models import Exploitation, Spell
from suoja.core.errors import NotAllowed, OutOfReach, Refused
from suoja.core.models import AuditEntry
from suoja.persons import actions as persons
from suoja.referrals.models import Decision, Referral
from suoja.vocabulary.choices import Category, Form, Place, ResidenceStatus

pytestmark = pytest.mark.django_db


def leave(spell: Spell, day: date = TODAY) -> Spell:
    leaving = Exit(ended_on=day, ground=ExitGround.NEED_ENDED)
    return clients.remove(spell, leaving, by=daniel(), at=AT)


def child_of(guardian: Spell, **changed: object) -> Spell:
    child = make_person(given_names="Ion", birth_date=date(2012, 1, 2), **changed)
    return clients.admit_child(guardian, child, admission(), by=daniel(), at=AT)


def test_a_positive_decision_admits() -> None:
    referral = make_referral()

    spell = clients.admit(referral, admission(), by=daniel(), at=AT, account=account("NG", "FI"))

    referral.refresh_from_db()
    assert referral.status == "decided_positive"
    assert (spell.age_at_admission, spell.spell_number) == (25, 1)
    assert spell.person.exploitations.get().place == Place.IN_FINLAND


def test_somebody_who_is_a_client_is_not_admitted_again() -> None:
    spell = make_client()
    referral = make_referral(spell.person)

    with pytest.raises(Refused, match="client already"):
        clients.admit(referral, admission(), by=daniel(), at=AT)

    assert Spell.objects.count() == 1
    assert Referral.objects.get(pk=referral.pk).is_open


def test_taking_in_again_is_a_new_spell_of_the_same_person() -> None:
    first = leave(make_client())

    again = make_client(first.person)

    assert (again.person, again.spell_number) == (first.person, 2)
    assert Decision.objects.get(referral=again.referral).readmission


def test_nobody_is_taken_in_again_before_having_left() -> None:
    first = leave(make_client())

    with pytest.raises(Refused, match="still a client then"):
        make_client(first.person, started_on=TODAY - timedelta(days=1))


def test_a_witness_has_no_exploitation() -> None:
    witness = make_client(category=Category.WITNESS)

    with pytest.raises(Refused, match="Only a victim"):
        clients.record_exploitation(witness, account(), by=aino(), at=AT)


def test_a_witness_who_is_a_victim_is_the_same_client() -> None:
    witness = make_client(category=Category.WITNESS)

    victim = clients.recognise_as_victim(witness, on=TODAY, by=daniel(), at=AT)

    assert (victim.pk, victim.category, victim.admitted_as) == (witness.pk, "victim", "witness")
    clients.record_exploitation(victim, account(), by=aino(), at=AT)
    with pytest.raises(Refused, match="Only a witness"):
        clients.recognise_as_victim(victim, on=TODAY, by=daniel(), at=AT)


def test_a_child_is_in_the_system_beside_the_guardian() -> None:
    guardian = make_client()

    child = child_of(guardian)

    assert (child.category, child.guardian) == ("dependent_child", guardian)
    assert not Spell.objects.clients().filter(pk=child.pk).exists()


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


def test_nobody_was_a_client_before_there_was_a_system() -> None:
    with pytest.raises(Refused, match="no assistance system"):
        make_client(started_on=date(2002, 1, 20))


def test_who_is_removed_on_the_day_of_admission_is_not_there_in_the_evening() -> None:
    spell = leave(make_client(), TODAY)

    assert not Spell.objects.on(TODAY).filter(pk=spell.pk).exists()


def test_an_exit_before_the_admission_is_refused() -> None:
    spell = make_client()

    with pytest.raises(Refused, match="before the admission"):
        leave(spell, TODAY - timedelta(days=1))

    assert Spell.objects.get(pk=spell.pk).is_open


def test_age_at_admission_stays_when_the_birth_date_is_corrected() -> None:
    spell = make_client()

    persons.correct(spell.person, details(birth_date=date(2004, 1, 1)), by=aino(), at=AT)

    spell.refresh_from_db()
    assert spell.age_at_admission == 25


def test_the_first_exploitation_is_the_primary_one_until_another_is_chosen() -> None:
    spell = make_client()
    first = clients.record_exploitation(spell, account(), by=aino(), at=AT)
    second = clients.record_exploitation(
        spell, account("IT", form=Form.SEXUAL_EXPLOITATION), by=aino(), at=AT
    )
    assert (first.is_primary, second.is_primary) == (True, False)

    clients.make_primary(spell, second, by=aino(), at=AT)

    assert Exploitation.objects.filter(is_primary=True).get() == second


def test_residence_statuses_follow_one_another() -> None:
    spell = make_client(started_on=date(2020, 1, 10))
    permit = ResidenceStatus.RESIDENCE_PERMIT
    clients.change_residence_status(spell, permit, since=date(2020, 3, 1), by=aino(), at=AT)

    assert spell.residence_status_on(date(2020, 2, 29)) == ResidenceStatus.ASYLUM_SEEKER
    assert spell.residence_status_on(date(2020, 3, 1)) == permit
    with pytest.raises(Refused, match="already"):
        clients.change_residence_status(spell, permit, since=TODAY, by=aino(), at=AT)


def test_reading_and_writing_a_file_is_written_down() -> None:
    spell = make_client()

    clients.open_file(spell.person.number, by=aino(), at=AT)
    clients.write_note(spell, "Wishes to learn Finnish.", by=aino(), at=AT)

    verbs = AuditEntry.objects.order_by("-sequence").values_list("verb", flat=True)[:2]
    assert list(verbs) == ["client.write_note", "client.read"]


def test_an_empty_note_is_refused() -> None:
    with pytest.raises(Refused, match="Write the note"):
        clients.write_note(make_client(), " ", by=aino(), at=AT)


def test_somebody_who_never_was_a_client_is_out_of_reach() -> None:
    with pytest.raises(OutOfReach):
        clients.open_file(make_person().number, by=aino(), at=AT)


def test_only_the_director_admits_and_removes() -> None:
    referral = make_referral()
    with pytest.raises(NotAllowed):
        clients.admit(referral, admission(), by=aino(), at=AT)
    spell = make_client()
    with pytest.raises(NotAllowed):
        clients.remove(spell, Exit(ended_on=TODAY, ground=ExitGround.NEED_ENDED), by=aino(), at=AT)


@pytest.mark.parametrize(
    "changed",
    [
        {"ended_on": date(2019, 1, 1)},
        {"end_ground": ExitGround.NEED_ENDED},
        {"category": Category.DEPENDENT_CHILD},
        {"category": Category.WITNESS},
        {"referral": None},
        {"age_at_admission": -1},
        {"residence_status": "guest"},
    ],
)
def test_the_database_refuses_what_the_rules_refuse(changed: dict[str, object]) -> None:
    spell = make_client()

    with pytest.raises(IntegrityError), transaction.atomic():
        Spell.objects.filter(pk=spell.pk).update(**changed)


def test_the_database_refuses_a_second_open_spell() -> None:
    spell = make_client()
    referral = make_referral(spell.person)
    spell.pk, spell.spell_number, spell.referral = None, 2, referral

    with pytest.raises(IntegrityError), transaction.atomic():
        spell.save(force_insert=True)


def test_the_database_refuses_an_exploitation_that_ends_before_it_begins() -> None:
    spell = make_client()
    told = clients.record_exploitation(spell, account(), by=aino(), at=AT)

    with pytest.raises(IntegrityError), transaction.atomic():
        Exploitation.objects.filter(pk=told.pk).update(
            began_on=date(2019, 5, 1), ended_on=date(2019, 4, 1)
        )
