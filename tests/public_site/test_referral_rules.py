"""Who consents at which age, which birth dates can be, and what is asked when."""

from datetime import date

import pytest

from suoja import law
from suoja.law.choices import Signature
from suoja.persons.rules import Details
from suoja.public_site.choices.referral import NOBODY, Age, Page
from suoja.public_site.forms.referral import FORMS
from suoja.public_site.rules.filled import COPIED, Filled, Place, add_person, order, place_before
from suoja.public_site.rules.person import (
    SIGNS,
    is_urgent,
    lacks_consent,
    why_not_born,
    why_not_signed_by,
)
from suoja.vocabulary.choices import ConsentBy

TODAY = date(2026, 3, 2)
EIGHTEEN, FIFTEEN = date(2008, 3, 2), date(2011, 3, 2)
BORN = [
    (EIGHTEEN, Age.ADULT),
    (date(2008, 3, 3), Age.YOUNG),
    (FIFTEEN, Age.YOUNG),
    (date(2011, 3, 3), Age.CHILD),
    (TODAY, Age.CHILD),
]


def on_the_way(**changed: object) -> Filled:
    known = {"submission": "a", "common": {"consent": {"consents": "yes"}}, "persons": [{}]}
    return Filled(**{**known, **changed})


@pytest.mark.parametrize(("born", "age"), BORN)
def test_a_birth_date_fits_one_answer_about_age(born: date, age: Age) -> None:
    fits = [each for each in Age if why_not_born(born, each, today=TODAY) is None]

    assert fits == [age]


@pytest.mark.parametrize("born", [date(2026, 3, 3), date(1905, 3, 2)])
def test_nobody_is_born_tomorrow_or_121_years_ago(born: date) -> None:
    assert all(why_not_born(born, each, today=TODAY) for each in Age)


@pytest.mark.parametrize(("age", "years"), [(Age.ADULT, 18), (Age.YOUNG, 15), (Age.CHILD, 14)])
def test_whose_signature_the_law_wants_can_be_given(age: Age, years: int) -> None:
    wanted = law.on(TODAY).children.signatures(years)
    in_person = {ConsentBy.PERSON, ConsentBy.PERSON_AND_GUARDIAN}

    assert (Signature.PERSON in wanted) == set(SIGNS[age]).issubset(in_person)
    assert (Signature.GUARDIAN_OR_REPRESENTATIVE in wanted) == (set(SIGNS[age]) != {"person"})


@pytest.mark.parametrize("age", Age)
@pytest.mark.parametrize("suspected", [True, False])
def test_only_for_a_child_of_a_suspected_guardian_nobody_is_enough(
    age: Age, suspected: bool
) -> None:
    lacks = lacks_consent(age, NOBODY, guardian_suspected=suspected)

    assert lacks is not (age == Age.CHILD and suspected)
    assert not lacks_consent(age, ConsentBy.PERSON, guardian_suspected=suspected)


def test_a_guardian_signs_unless_suspected() -> None:
    assert why_not_signed_by(ConsentBy.GUARDIAN, guardian_suspected=False) is None
    assert why_not_signed_by(ConsentBy.GUARDIAN, guardian_suspected=True)
    assert why_not_signed_by(ConsentBy.REPRESENTATIVE, guardian_suspected=True) is None


def test_children_are_always_urgent_and_adults_when_it_is_said() -> None:
    assert not is_urgent(Age.ADULT, ticked=False, today=TODAY)
    assert is_urgent(Age.ADULT, ticked=True, today=TODAY)
    assert is_urgent(Age.YOUNG, ticked=False, today=TODAY)


def test_consent_is_never_copied() -> None:
    assert not {Page.AGE, Page.SIGNED} & set(COPIED)


def test_every_page_with_questions_has_a_form() -> None:
    assert set(FORMS) == set(Page) - {Page.ANOTHER, Page.CHECK}


def test_a_person_is_asked_for_by_the_names_of_the_registration() -> None:
    asked = {name for page in (Page.PERSON, Page.REACH) for name in FORMS[page].base_fields}

    assert asked == {*Details.__dataclass_fields__, "birth_date_unknown"}


def test_nothing_is_asked_of_persons_before_consent() -> None:
    assert order(Filled("a")) == [Place(Page.WHO), Place(Page.CONSENT)]
    assert order(on_the_way(common={"consent": {"consents": "no"}}))[2:] == [
        Place(Page.ASK),
        Place(Page.CHECK),
    ]


def test_what_is_the_same_is_not_asked_again() -> None:
    filled = on_the_way(common={"consent": {"consents": "yes"}, "together": {}})
    add_person(filled, same=True)
    filled.at = "reach/1"

    assert place_before(filled) == Place(Page.PERSON, 1)
    assert Place(Page.HAPPENED, 1) in order(filled)
