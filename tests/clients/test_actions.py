"""From admission to removal, with a database."""

from datetime import date

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
from suoja.referrals.models import Referral
from suoja.vocabulary.choices import Category, Form, Place, ResidenceStatus

pytestmark = pytest.mark.django_db


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


def test_the_second_of_two_who_admit_at_once_learns_that_it_is_decided() -> None:
    spell = make_client()

    with pytest.raises(Refused, match="stays so"):
        clients.admit(spell.referral, admission(), by=daniel(), at=AT)


def test_somebody_who_is_a_client_is_not_admitted_again() -> None:
    spell = make_client()
    referral = make_referral(spell.person)

    with pytest.raises(Refused, match="client already"):
        clients.admit(referral, admission(), by=daniel(), at=AT)

    assert Spell.objects.count() == 1
    assert Referral.objects.get(pk=referral.pk).is_open


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


def test_nobody_was_a_client_before_there_was_a_system() -> None:
    with pytest.raises(Refused, match="no assistance system"):
        make_client(started_on=date(2002, 1, 20))


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
