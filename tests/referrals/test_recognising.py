"""A referral whose person turns out to be known, as when an operator wrote it down."""

from uuid import uuid4

import pytest

from cases import AT, aino, details, make_person, make_referral, registration
from cast import client_of
from referral_form import decide_against
from suoja.accounts.models import Staff
from suoja.core.errors import Refused
from suoja.core.models import AuditEntry
from suoja.core.vault import CaseErased, case_keys
from suoja.persons.models import Person
from suoja.referrals import actions as referrals
from suoja.referrals.models import Referral

pytestmark = pytest.mark.django_db


@pytest.fixture
def known() -> Person:
    """Return somebody who was refused before."""
    referral = make_referral()
    decide_against(referral)
    return referral.person


@pytest.fixture
def doubled(known: Person, olli: Staff) -> Referral:
    """Return what an operator registered of the same person, who is not shown to operators."""
    return referrals.register(
        details(given_names="Mirella", phone="+358 40 2222"),
        registration(summary="Called at night.", referrer_name="A friend"),
        children=[details(given_names="Ion")],
        submission=uuid4(),
        by=olli,
        at=AT,
    )


def recognise(referral: Referral, person: Person) -> Referral:
    return referrals.recognise(referral, person, by=aino(), at=AT)


def test_it_becomes_the_second_request_of_the_known_person(
    known: Person, doubled: Referral
) -> None:
    recognise(doubled, known)

    stored = Referral.objects.get(pk=doubled.pk)
    assert (stored.person, stored.request_number) == (known, 2)
    assert [child.person.given_names for child in stored.children.all()] == ["Ion"]


def test_what_was_told_opens_with_the_key_of_the_known_person(
    known: Person, doubled: Referral
) -> None:
    recognise(doubled, known)
    case_keys.destroy(doubled.person_id)

    stored = Referral.objects.get(pk=doubled.pk)
    assert (stored.summary, stored.referrer_name) == ("Called at night.", "A friend")
    assert stored.information_asked is None


def test_the_known_person_keeps_the_name_and_is_reached_as_was_said_last(
    known: Person, doubled: Referral
) -> None:
    recognise(doubled, known)

    stored = Person.objects.get(pk=known.pk)
    assert (stored.given_names, stored.phone) == ("Mirela", "+358 40 2222")


def test_the_second_record_of_the_person_is_erased_with_its_key(
    known: Person, doubled: Referral, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        recognise(doubled, known)

    assert not Person.objects.filter(pk=doubled.person_id).exists()
    with pytest.raises(CaseErased):
        case_keys.get(doubled.person_id)


def test_a_second_record_with_a_story_of_its_own_stays(known: Person) -> None:
    with_a_story = make_referral(make_person(given_names="Mirella"))
    decide_against(with_a_story)
    again = make_referral(with_a_story.person)

    recognise(again, known)

    assert list(with_a_story.person.referrals.all()) == [with_a_story]


def test_it_is_written_into_the_audit_of_both(known: Person, doubled: Referral) -> None:
    recognise(doubled, known)

    entries = AuditEntry.objects.filter(by="aino", at=AT).values_list("verb", "person_id")
    assert ("referral.recognise", known.pk) in entries
    assert ("person.erase_double", doubled.person_id) in entries


def test_a_decided_referral_keeps_its_person(known: Person, doubled: Referral) -> None:
    referrals.assess(doubled, by=aino(), at=AT)
    decide_against(doubled)

    with pytest.raises(Refused, match="stays so"):
        recognise(doubled, known)


def test_a_known_person_has_one_open_referral_at_a_time(known: Person, doubled: Referral) -> None:
    still_open = make_referral(known)

    with pytest.raises(Refused, match=f"R-{still_open.number} of this person is still open"):
        recognise(doubled, known)

    assert Referral.objects.get(pk=doubled.pk).person == doubled.person


def test_nobody_is_recognised_as_themselves(doubled: Referral) -> None:
    with pytest.raises(Refused, match="person of the referral already"):
        recognise(doubled, doubled.person)


def page_of(referral: Referral, **typed: str) -> str:
    browser, address = client_of(aino()), f"/staff/referrals/{referral.number}/recognise/"
    answer = browser.post(address, typed, follow=True) if typed else browser.get(address)
    return answer.content.decode()


def test_the_page_shows_who_may_be_meant_and_takes_a_number(
    known: Person, doubled: Referral
) -> None:
    page = page_of(doubled)
    assert f"P-{known.number} · Mirela Koskela · born" in page
    assert "Mirella Koskela" not in page

    assert f"The referral is of P-{known.number} now." in page_of(
        doubled, known=f"p-{known.number}"
    )
    assert Referral.objects.get(pk=doubled.pk).person == known


@pytest.mark.parametrize("typed", ["P-404", "Mirela", "9" * 20])
def test_a_number_that_nobody_has_is_refused(doubled: Referral, typed: str) -> None:
    page = page_of(doubled, known=typed)

    assert "There is no such person" in page or "at most 20" in page
    assert Referral.objects.get(pk=doubled.pk).person == doubled.person


def test_the_page_says_why_it_cannot_be(known: Person, doubled: Referral) -> None:
    make_referral(known)

    assert "still open" in page_of(doubled, known=str(known.number))
