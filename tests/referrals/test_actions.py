"""Registering, assessing and deciding, with a database."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from cases import AT, EARLIER, aino, daniel, details, make_person, make_referral, registration
from suoja.core.errors import NotAllowed, OutOfReach, Refused
from suoja.core.models import AuditEntry
from suoja.persons.models import Person
from suoja.referrals import actions as referrals
from suoja.referrals.choices import Outcome, RefusalGround, Status
from suoja.referrals.models import Decision, Referral

pytestmark = pytest.mark.django_db


def refuse(referral: Referral) -> Decision:
    ground = RefusalGround.NO_NEED_OF_ASSISTANCE
    return referrals.decide(referral, Outcome.NEGATIVE, refusal_ground=ground, by=daniel(), at=AT)


def test_a_referral_is_registered_with_person_children_and_consent() -> None:
    referral = referrals.register(
        details(),
        registration(summary="Works without pay."),
        children=[details(given_names="Ion"), details(given_names="Ana")],
        submission=uuid4(),
        by=aino(),
        at=AT,
    )

    stored = Referral.objects.get(number=referral.number)
    assert stored.person.name == "Mirela Koskela"
    assert stored.summary == "Works without pay."
    assert stored.status == Status.RECEIVED
    assert sorted(child.person.given_names for child in stored.children.all()) == ["Ana", "Ion"]


def test_children_are_listed_and_not_counted_as_referrals() -> None:
    referral = make_referral()
    referrals.add_child(referral, details(given_names="Ion"), by=aino(), at=AT)

    assert Referral.objects.count() == 1
    assert Person.objects.count() == 2


def test_no_child_is_listed_with_a_referral_that_was_decided_meanwhile() -> None:
    referral = make_referral()
    read_before = Referral.objects.get(pk=referral.pk)
    refuse(referral)

    with pytest.raises(Refused, match="Admit the child beside"):
        referrals.add_child(read_before, details(given_names="Ion"), by=aino(), at=AT)

    assert Person.objects.count() == 1


def test_a_second_and_a_third_request_of_a_person_are_numbered() -> None:
    person = make_person()
    for _ in range(2):
        refuse(make_referral(person))
    third = make_referral(person)

    assert third.request_number == 3
    assert list(person.referrals.values_list("request_number", flat=True)) == [1, 2, 3]


def test_a_group_holds_persons_who_were_proposed_together() -> None:
    group = referrals.open_group(by=aino(), at=AT)
    for _ in range(3):
        referrals.register(
            details(), registration(), group=group, submission=uuid4(), by=aino(), at=AT
        )

    assert group.referrals.count() == 3
    assert group.referrals.values("person").distinct().count() == 3


def test_without_consent_nothing_is_written_not_even_the_person() -> None:
    with pytest.raises(Refused, match="not consented"):
        referrals.register(
            details(),
            registration(consent_given_at=None),
            submission=uuid4(),
            by=aino(),
            at=AT,
        )

    assert not Person.objects.exists()
    assert not AuditEntry.objects.exists()


def test_a_form_sent_twice_is_one_referral() -> None:
    submission = uuid4()
    referrals.register(details(), registration(), submission=submission, by=aino(), at=AT)

    with pytest.raises(Refused, match="R-1"):
        referrals.register(details(), registration(), submission=submission, by=aino(), at=AT)

    assert Referral.objects.count() == 1
    assert Person.objects.count() == 1


def test_a_second_open_referral_of_a_person_is_refused() -> None:
    person = make_person()
    make_referral(person)

    with pytest.raises(Refused, match="still open"):
        make_referral(person)


def test_more_is_asked_and_comes() -> None:
    referral = referrals.ask_for_more(make_referral(), "Which years?", by=aino(), at=AT)
    assert referral.status == Status.MORE_INFORMATION_ASKED

    assert referrals.assess(referral, by=aino(), at=AT).status == Status.UNDER_ASSESSMENT
    with pytest.raises(Refused, match="Write what is asked"):
        referrals.ask_for_more(referral, "  ", by=aino(), at=AT)


def test_withdrawn_consent_lets_the_referral_lapse() -> None:
    referral = referrals.withdraw_consent(make_referral(), by=aino(), at=AT)

    decision = referrals.decide(referral, Outcome.LAPSED, by=daniel(), at=AT)

    assert decision.outcome == Outcome.LAPSED
    assert Referral.objects.get(pk=referral.pk).status == Status.WITHDRAWN


def test_two_people_decide_at_once_and_the_second_is_refused() -> None:
    referral = make_referral()
    as_the_second_sees_it = Referral.objects.get(pk=referral.pk)
    refuse(referral)

    with pytest.raises(Refused, match="stays so"):
        refuse(as_the_second_sees_it)

    assert Decision.objects.count() == 1


def test_the_database_refuses_a_second_decision() -> None:
    decision = refuse(make_referral())

    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(
            referral=decision.referral,
            person=decision.person,
            outcome=Outcome.POSITIVE,
            decided_at=AT,
            decided_by=daniel(),
        )


@pytest.mark.parametrize(
    "statement",
    ["UPDATE referrals_decision SET outcome = 'positive'", "DELETE FROM referrals_decision"],
)
def test_the_database_refuses_to_change_a_decision(statement: str) -> None:
    refuse(make_referral())

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)


@pytest.mark.parametrize(
    "changed",
    [
        {"consent_given_at": None},
        {"manner": "oral"},
        {"request_number": 0},
        {"referrer": "somebody"},
        {"consent_withdrawn_at": AT},
    ],
)
def test_the_database_refuses_what_the_rules_refuse(changed: dict[str, object]) -> None:
    referral = make_referral()

    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=referral.pk).update(**changed)


def test_opening_a_referral_is_written_down() -> None:
    referral = make_referral()

    referrals.open_referral(referral.number, by=aino(), at=AT)

    entry = AuditEntry.objects.latest("sequence")
    assert (entry.verb, entry.by, entry.person_id) == ("referral.read", "aino", referral.person_id)


def test_a_referral_that_does_not_exist_is_out_of_reach() -> None:
    with pytest.raises(OutOfReach):
        referrals.open_referral(404, by=aino(), at=AT)


def test_only_the_director_decides() -> None:
    referral = make_referral()

    with pytest.raises(NotAllowed):
        referrals.decide(referral, Outcome.POSITIVE, by=aino(), at=AT)

    assert not Decision.objects.exists()


def test_received_is_kept_to_the_moment() -> None:
    assert make_referral().received_at == EARLIER
