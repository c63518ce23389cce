"""Writing down who somebody is, and finding them again."""

from datetime import date

import pytest

from cases import AT, EARLIER, aino, details, make_person
from suoja.accounts.models import Staff
from suoja.core.errors import NotAllowed, Refused
from suoja.core.models import AuditEntry
from suoja.persons import actions as persons
from suoja.persons.models import Person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", ["Иванова", "ivanova nina", "NINA", "Нина  Иванова"])
def test_a_person_is_found_by_words_of_the_name_in_any_script(query: str) -> None:
    person = make_person(given_names="Нина", family_name="Иванова")
    make_person(given_names="Aisha", family_name="Korpi")

    assert list(Person.objects.named(query)) == [person]


def test_half_a_word_finds_nobody() -> None:
    make_person(given_names="Nina")

    assert not Person.objects.named("Nin").exists()


def test_a_person_is_recognised_by_name_or_by_one_word_and_the_birth_date() -> None:
    person = make_person(given_names="Mirela", family_name="Koskela", birth_date=date(1995, 3, 4))

    same_name = details(birth_date=None)
    married = details(family_name="Virtala", birth_date=date(1995, 3, 4))
    namesake = details(family_name="Virtala", birth_date=date(1990, 1, 1))
    assert persons.same_as(same_name, by=aino(), at=AT) == [person]
    assert persons.same_as(married, by=aino(), at=AT) == [person]
    assert persons.same_as(namesake, by=aino(), at=AT) == []


def test_showing_somebody_as_alike_is_written_into_the_audit_of_each() -> None:
    alike = [make_person(), make_person()]

    persons.same_as(details(), by=aino(), at=AT)

    shown = AuditEntry.objects.filter(verb="person.show_as_alike").values_list(
        "person_id", flat=True
    )
    assert set(shown) == {person.pk for person in alike}


def test_who_may_not_read_referrals_is_shown_nobody_alike(olli: Staff) -> None:
    make_person()

    with pytest.raises(NotAllowed):
        persons.same_as(details(), by=olli, at=AT)


def test_a_correction_outlives_a_contact_that_was_read_before_it() -> None:
    person = make_person(given_names="Mirela")
    read_before = Person.objects.get(pk=person.pk)
    persons.correct(person, details(given_names="Mirella"), by=aino(), at=AT)

    persons.renew_contact(read_before, details(phone="+358 40 1111"), by=aino(), at=AT)

    stored = Person.objects.get(pk=person.pk)
    assert (stored.given_names, stored.phone) == ("Mirella", "+358 40 1111")


def test_what_is_not_said_again_about_reaching_somebody_stays() -> None:
    person = make_person(phone="+358 40 0000", language="Romanian")

    persons.renew_contact(person, details(language="English"), by=aino(), at=AT)

    stored = Person.objects.get(pk=person.pk)
    assert (stored.phone, stored.language) == ("+358 40 0000", "English")


def test_a_correction_is_found_by_the_new_name_only() -> None:
    person = make_person(given_names="Mirela")

    persons.correct(person, details(given_names="Mirella"), by=aino(), at=AT)

    assert list(Person.objects.named("mirella")) == [person]
    assert not Person.objects.named("mirela").exists()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"birth_date": date(2020, 6, 2)}, "in the future"),
        ({"birth_date": date(1899, 1, 1)}, "120 years"),
        ({"given_names": "", "family_name": ""}, "at least one name"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    changed: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        persons.register(details(**changed), by=aino(), at=EARLIER)

    assert not Person.objects.exists()
    assert not AuditEntry.objects.exists()


def test_each_person_gets_a_number_and_an_audit_entry() -> None:
    people = [make_person(), make_person()]

    assert [str(person) for person in people] == ["P-1", "P-2"]
    assert AuditEntry.objects.filter(verb="person.register").count() == 2
