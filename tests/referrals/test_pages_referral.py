"""The page of one referral, and what is done from it."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from cases import AT, EARLIER, aino, daniel, details, make_person, make_referral, registration
from cases import someone as staff_with
from cast import client_of
from suoja.accounts.choices import Role
from suoja.core.models import AuditEntry
from suoja.referrals import actions as referrals
from suoja.referrals.choices import Outcome, RefusalGround, Status
from suoja.referrals.models import Referral

pytestmark = pytest.mark.django_db


def make_new(**changed: object) -> Referral:
    """Return a referral that nobody has taken up."""
    return referrals.register(
        make_person(), registration(**changed), submission=uuid4(), by=aino(), at=EARLIER
    )


def refuse(referral: Referral) -> None:
    referrals.decide(
        referral,
        Outcome.NEGATIVE,
        refusal_ground=RefusalGround.NOT_CREDIBLE,
        reasons="The places do not exist.",
        by=daniel(),
        at=AT,
    )


def shown(referral: Referral, role: Role = Role.ADVISER) -> str:
    return client_of(staff_with(role)).get(f"/staff/referrals/{referral.number}/").content.decode()


def send(referral: Referral, step: str, role: Role = Role.ADVISER, **typed: object) -> HttpResponse:
    client = client_of(staff_with(role))
    return client.post(f"/staff/referrals/{referral.number}/{step}/", typed, follow=True)


def test_the_page_says_what_is_known() -> None:
    referral = make_new(summary="Works without pay.", organisation="monika")
    referrals.add_child(referral, details(given_names="Ion"), by=aino(), at=EARLIER)
    page = shown(referral)

    for word in ("Mirela Koskela", "Romania", "Works without pay.", "Monika", "Ion Koskela"):
        assert word in page


def test_opening_is_written_into_the_audit() -> None:
    referral = make_new()
    shown(referral)

    entry = AuditEntry.objects.get(verb="referral.read")
    assert (entry.by, entry.person_id) == ("aino", referral.person_id)


def test_a_number_that_is_not_there_is_not_found() -> None:
    assert client_of(aino()).get("/staff/referrals/404/").status_code == 404


def test_who_may_not_read_is_turned_away() -> None:
    referral = make_new()
    client = client_of(staff_with(Role.OPERATOR))

    assert client.get(f"/staff/referrals/{referral.number}/").status_code == 403


def test_a_referral_is_taken_under_assessment() -> None:
    referral = make_new()
    page = send(referral, "assess").content.decode()

    assert "The referral is under assessment." in page
    referral.refresh_from_db()
    assert referral.status == Status.UNDER_ASSESSMENT


def test_what_is_done_already_is_refused_with_the_reason() -> None:
    assert "cannot become" in send(make_referral(), "assess").content.decode()


def test_more_is_asked_and_shown() -> None:
    page = send(make_referral(), "ask", question="Ask the police\nfor the papers.")

    assert "Ask the police\nfor the papers." in page.content.decode()
    assert Referral.objects.get().status == Status.MORE_INFORMATION_ASKED


def test_a_counsellor_may_not_ask() -> None:
    page = send(make_referral(), "ask", Role.SOCIAL_COUNSELLOR, question="")

    assert page.status_code == 403


def test_a_question_without_words_is_refused() -> None:
    page = send(make_referral(), "ask", question="").content.decode()

    assert "This field is required" in page
    assert Referral.objects.get().status == Status.UNDER_ASSESSMENT


def test_a_question_too_late_is_refused_and_kept() -> None:
    referral = make_referral()
    refuse(referral)
    page = send(referral, "ask", question="Anything else?").content.decode()

    assert "This referral is decided and stays so" in page
    assert "Anything else?</textarea>" in page


def test_withdrawn_consent_is_recorded_once() -> None:
    referral = make_referral()

    assert "The withdrawal is recorded." in send(referral, "withdraw").content.decode()
    assert "is recorded already" in send(referral, "withdraw").content.decode()
    referral.refresh_from_db()
    assert referral.consent_withdrawn_at is not None


def test_a_decided_referral_shows_the_decision_and_offers_nothing() -> None:
    referral = make_referral()
    refuse(referral)
    page = shown(referral, Role.DIRECTOR)

    for word in ("Account not credible", "The places do not exist.", "Daniel Director"):
        assert word in page
    assert "Take under assessment" not in page
    assert "/decide/" not in page


def test_the_earlier_request_is_shown_with_its_decision() -> None:
    first = make_referral()
    refuse(first)
    page = shown(make_referral(first.person))

    assert f'href="/staff/referrals/{first.number}/"' in page
    assert "Account not credible" in page
    assert "Request 2" in page


def test_the_others_of_a_group_are_linked_by_number() -> None:
    group = referrals.open_group(by=aino(), at=EARLIER)
    one, other = (
        referrals.register(
            make_person(), registration(), group=group, submission=uuid4(), by=aino(), at=EARLIER
        )
        for _ in range(2)
    )
    page = shown(one)

    assert f'href="/staff/referrals/{other.number}/"' in page
    assert f"?beside={one.number}" in page


def test_the_director_learns_why_a_referral_cannot_be_decided_yet() -> None:
    page = shown(make_new(), Role.DIRECTOR)

    assert "cannot become “Admitted”" in page


def test_a_counsellor_reads_and_is_offered_no_assessment() -> None:
    page = shown(make_new(), Role.SOCIAL_COUNSELLOR)

    assert "Mirela Koskela" in page
    assert "Take under assessment" not in page


def test_the_page_tells_what_happened_and_who_did_it() -> None:
    referral, hour = make_referral(), timedelta(hours=1)
    referrals.ask_for_more(referral, "Papers?", by=aino(), at=AT)
    referrals.add_child(referral, details(given_names="Ion"), by=aino(), at=AT + hour)
    referrals.withdraw_consent(referral, by=aino(), at=AT + 2 * hour)
    referrals.decide(referral, Outcome.LAPSED, by=daniel(), at=datetime.now(UTC))
    page = shown(referral)

    told = ("Registered", "More information asked", "Child listed", "Consent withdrawn", "Decided:")
    places = [page.index(f'timeline-what">{word}') for word in told]
    assert places == sorted(places)


def test_more_children_ask_no_more_questions() -> None:
    referral, client, counts = make_referral(), client_of(aino()), []
    for number in (1, 4):
        for child in range(number):
            one = details(given_names=f"Ion {number} {child}")
            referrals.add_child(referral, one, by=aino(), at=AT)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/staff/referrals/{referral.number}/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_an_address_that_only_takes_forms_says_so_to_a_reader() -> None:
    answer = client_of(aino()).get("/staff/referrals/1/assess/")

    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "There is nothing to read here" in answer.content.decode()
