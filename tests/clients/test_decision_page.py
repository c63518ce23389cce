"""The page on which the director decides."""

import re
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse

from cases import (
    AT,
    EARLIER,
    aino,
    daniel,
    details,
    make_client,
    make_person,
    make_referral,
    registration,
)
from cases import someone as staff_with
from cast import client_of
from suoja.accounts.choices import Role
from suoja.clients import actions as clients
from suoja.clients.actions.removal import Exit
from suoja.clients.choices import ExitGround
from suoja.clients.models import Exploitation, Spell
from suoja.referrals import actions as referrals
from suoja.referrals.choices import Outcome, RefusalGround, Status
from suoja.referrals.models import Decision, Referral
from suoja.vocabulary.choices import Category, Place

pytestmark = pytest.mark.django_db

TOMORROW = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()


def victim(**changed: object) -> dict[str, object]:
    """Return an admission filled in well; None leaves a field out."""
    known: dict[str, object] = {
        "choice": "victim",
        "form": "forced_labour",
        "subform": "domestic_servitude",
        "industry": "domestic_help",
        "began": "2019-05",
        "ended": "2020-02",
        "country_1": "LY",
        "transit_1": "on",
        "country_2": "FI",
        "description": "Locked in a flat.",
        "started_on": "2020-06-15",
        "residence_status": "residence_permit",
        "permit_basis": "work",
        "office": "helsinki",
        "reasons": "The account is consistent.",
    }
    return {name: value for name, value in {**known, **changed}.items() if value is not None}


def address(referral: Referral) -> str:
    return f"/staff/referrals/{referral.number}/decide/"


def send(referral: Referral, typed: dict[str, object], role: Role = Role.DIRECTOR) -> HttpResponse:
    return client_of(staff_with(role)).post(address(referral), typed)


def shown(referral: Referral) -> str:
    return client_of(daniel()).get(address(referral)).content.decode()


def with_child() -> Referral:
    referral = make_referral()
    child = details(given_names="Ion", birth_date=date(2015, 5, 5))
    referrals.add_child(referral, child, by=aino(), at=EARLIER)
    return referral


def removed(spell: Spell) -> Spell:
    leaving = Exit(ended_on=date(2020, 7, 1), ground=ExitGround.OWN_WISH)
    return clients.remove(spell, leaving, by=daniel(), at=datetime.now(UTC))


def test_everything_for_the_decision_is_on_the_page() -> None:
    spell = removed(make_client())
    page = shown(make_referral(spell.person, summary="Came back to the same employer."))

    for word in ("Came back to the same employer.", "Mirela Koskela", "Own wish", "Request 2"):
        assert word in page


def test_a_victim_is_admitted_with_all_that_was_typed() -> None:
    referral = make_referral()
    response = send(referral, victim())

    assert response.url == f"/staff/clients/{referral.person.number}/"
    spell = Spell.objects.get()
    assert (spell.category, spell.office, spell.permit_basis) == ("victim", "helsinki", "work")
    exploitation = Exploitation.objects.get()
    assert (exploitation.place, exploitation.industry) == (Place.IN_FINLAND, "domestic_help")
    libya, _finland = exploitation.segments.all()
    assert (libya.transit, libya.conflict_zone) == (True, True)
    assert Decision.objects.get().reasons == "The account is consistent."


def test_a_witness_is_admitted_without_a_form_of_exploitation() -> None:
    send(make_referral(), victim(choice="witness"))

    assert Spell.objects.get().category == Category.WITNESS
    assert not Exploitation.objects.exists()


def test_the_chosen_children_are_admitted_beside() -> None:
    referral = with_child()
    referrals.add_child(referral, details(given_names="Ana"), by=aino(), at=EARLIER)
    ion = referral.children.get(person__age_at_registration=5).person
    send(referral, victim(children=[str(ion.pk)]))

    (child,) = Spell.objects.get(category=Category.VICTIM).children.all()
    assert child.person == ion
    assert child.residence_status == "residence_permit"


def test_a_child_who_is_of_age_stops_the_whole_admission() -> None:
    referral = make_referral()
    listed = referrals.add_child(referral, details(given_names="Ana"), by=aino(), at=EARLIER)
    page = send(referral, victim(children=[str(listed.person.pk)])).content.decode()

    assert "Ana Koskela: This person is of age." in page
    assert not Spell.objects.exists()
    assert not Decision.objects.exists()


def test_a_refusal_has_its_ground() -> None:
    referral = make_referral()
    response = send(referral, {"choice": "negative", "ground": "not_credible", "began": "x"})

    assert response.url == f"/staff/referrals/{referral.number}/"
    assert Decision.objects.get().refusal_ground == RefusalGround.NOT_CREDIBLE


def test_a_referral_lapses_when_consent_was_withdrawn() -> None:
    referral = make_referral()
    referrals.withdraw_consent(referral, by=aino(), at=AT)
    send(referral, {"choice": "lapsed"})

    assert Decision.objects.get().outcome == Outcome.LAPSED


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"choice": None}, "This field is required"),
        ({"form": ""}, "Form of exploitation: This field is required"),
        ({"country_1": ""}, "Country: Name at least one country where it happened."),
        ({"country_2": ""}, "at least one country"),
        ({"ended": "2018-01"}, "ends before it begins"),
        ({"began": "2999-01", "ended": ""}, "begins in the future"),
        ({"began": "last summer"}, "Write the month as 2019-05."),
        ({"started_on": TOMORROW}, "admission is dated in the future"),
        ({"started_on": ""}, "Admitted on: This field is required"),
        ({"residence_status": ""}, "Residence status: This field is required"),
        ({"residence_status": "visa"}, "Only a residence permit has a basis"),
        ({"industry": "restaurant", "form": "forced_begging", "subform": ""}, "line of work"),
        ({"choice": "negative"}, "Ground of refusal: This field is required"),
        ({"choice": "lapsed"}, "Record the withdrawal first"),
    ],
)
def test_a_bad_decision_is_refused_and_what_was_typed_stays(
    typed: dict[str, object], sentence: str
) -> None:
    page = send(make_referral(), victim(**typed)).content.decode()

    assert sentence in page
    assert "Locked in a flat." in page
    assert "The account is consistent." in page
    assert not Decision.objects.exists()
    assert Referral.objects.get().status == Status.UNDER_ASSESSMENT


def test_the_second_of_two_who_decide_at_once_keeps_the_text() -> None:
    referral = make_referral()
    send(referral, {"choice": "negative", "ground": "other"})
    page = send(referral, victim()).content.decode()

    assert "This referral is decided and stays so." in page
    assert "The account is consistent." in page
    assert Decision.objects.get().outcome == Outcome.NEGATIVE
    assert not Spell.objects.exists()


def test_somebody_who_is_a_client_already_is_not_admitted_again() -> None:
    spell = make_client()
    page = send(make_referral(spell.person), victim()).content.decode()

    assert "This person is a client already" in page
    assert Spell.objects.count() == 1


def test_who_comes_back_needs_no_new_form_of_exploitation() -> None:
    send(make_referral(), victim())
    spell = removed(Spell.objects.get())
    again = victim(form="", subform="", industry="", started_on="2020-08-01")
    send(make_referral(spell.person), again)

    assert Spell.objects.count() == 2
    assert Decision.objects.filter(readmission=True).count() == 1
    assert Exploitation.objects.count() == 1


def test_what_was_told_before_is_shown() -> None:
    send(make_referral(), victim())
    spell = removed(Spell.objects.get())

    assert "Locked in a flat." in shown(make_referral(spell.person))


def test_a_decided_referral_has_no_form() -> None:
    referral = make_referral()
    send(referral, {"choice": "negative", "ground": "other"})

    assert "Not to be decided now" in shown(referral)
    assert "<legend>Decision</legend>" not in shown(referral)


def test_a_referral_that_nobody_took_up_cannot_be_decided() -> None:
    referral = referrals.register(
        make_person(), registration(), submission=uuid4(), by=aino(), at=EARLIER
    )

    assert "cannot become “Admitted”" in shown(referral)


def test_withdrawn_consent_is_chosen_beforehand() -> None:
    referral = make_referral()
    referrals.withdraw_consent(referral, by=aino(), at=AT)

    assert re.search(r'value="lapsed"[^>]*checked', shown(referral))
    assert "Consent is withdrawn" in shown(referral)


def test_only_the_director_decides() -> None:
    assert send(make_referral(), victim(), Role.ADVISER).status_code == 403


def test_a_number_that_is_not_there_is_not_found() -> None:
    assert client_of(daniel()).get("/staff/referrals/404/decide/").status_code == 404
