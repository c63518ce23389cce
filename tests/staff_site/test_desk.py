"""The desk: what waits for whom."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases import (
    EARLIER,
    account,
    aino,
    daniel,
    make_client,
    make_person,
    make_referral,
    registration,
)
from cases import someone as staff_with
from cast import client_of
from intake.arrivals import drop
from intake.desk import first, on_duty_as
from intake.forms_sent import drop_form
from suoja.accounts.choices import Role
from suoja.clients import actions as clients
from suoja.core.models import AuditEntry
from suoja.identification import actions as identification
from suoja.intake import actions as letters
from suoja.intake.models import Arrival
from suoja.periods.choices import Granter, Kind
from suoja.periods.models import GrantedPeriod
from suoja.persons.models import Person
from suoja.publication.models import Release
from suoja.referrals import actions as referrals
from suoja.referrals.models import Referral

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)
CASE_FREE = [
    Role.OPERATOR,
    Role.EXPERT,
    Role.COORDINATOR,
    Role.DATA_PROTECTION_OFFICER,
    Role.ADMINISTRATOR,
]


def make_new(person: Person | None = None, **changed: object) -> Referral:
    """Return a referral that nobody has taken up."""
    return referrals.register(
        person or make_person(),
        registration(**changed),
        submission=uuid4(),
        by=aino(),
        at=EARLIER,
    )


def make_period(person: Person, ends_in_days: int) -> GrantedPeriod:
    today = NOW.date()
    return GrantedPeriod.objects.create(
        person=person,
        kind=Kind.RECOVERY,
        granted_by_body=Granter.ASSISTANCE_SYSTEM,
        granted_on=today - timedelta(days=10),
        starts_on=today - timedelta(days=10),
        ends_on=today + timedelta(days=ends_in_days),
        recorded_at=NOW,
        recorded_by=daniel(),
    )


def make_draft() -> Release:
    return Release.objects.create(
        number=1,
        period="2019",
        last_month=201912,
        policy="strict",
        drafted_at=NOW,
        drafted_by=staff_with(Role.STATISTICIAN),
    )


def desk(role: Role) -> str:
    response = client_of(staff_with(role)).get("/staff/")
    assert response.status_code == 200
    return response.content.decode()


def test_an_adviser_sees_what_nobody_has_taken_up() -> None:
    referral = make_new()
    page = desk(Role.ADVISER)

    assert "Not taken up" in page
    assert f'href="/staff/referrals/{referral.number}/"' in page
    assert "Mirela Koskela" in page


def test_minors_come_before_others_who_wait_longer() -> None:
    adult = make_new(received_at=EARLIER - timedelta(days=9))
    minor = make_new(make_person(birth_date=date(2010, 1, 1)))
    unknown = make_new(make_person(birth_date=None))
    page = desk(Role.ADVISER)

    places = [page.index(f"R-{one.number}<") for one in (minor, adult, unknown)]
    assert places == sorted(places)


def test_names_on_the_desk_are_written_into_the_audit() -> None:
    referral = make_new()
    desk(Role.ADVISER)

    assert AuditEntry.objects.get(verb="referral.list").detail == {"numbers": [referral.number]}


def test_what_was_asked_for_waits_on_the_desk() -> None:
    referral = make_referral()
    referrals.ask_for_more(referral, "Papers?", by=aino(), at=EARLIER)

    assert f"R-{referral.number}<" in desk(Role.SOCIAL_COUNSELLOR)


def test_the_director_sees_what_is_ready_to_decide_or_to_lapse() -> None:
    assessed, lapsing = make_referral(), make_new()
    referrals.withdraw_consent(lapsing, by=aino(), at=EARLIER)
    page = desk(Role.DIRECTOR)

    ready = page[page.index('id="under_assessment"') : page.index('id="received"')]
    assert f"R-{assessed.number}<" in ready
    assert f"R-{lapsing.number}<" in ready
    assert "To decide" not in desk(Role.ADVISER)


def test_a_long_heap_is_cut_and_leads_to_the_list() -> None:
    for _ in range(11):
        make_new()
    page = desk(Role.ADVISER)

    assert 'href="/staff/referrals/?status=received"' in page
    assert page.count("Mirela Koskela") == 10


def test_letters_that_wait_are_counted_and_nothing_of_them_is_told() -> None:
    drop("canary", at=EARLIER)
    drop_form()
    page = desk(Role.SOCIAL_COUNSELLOR)

    assert 'Letters <span class="count">2</span>' in page
    assert "2020-06-01T12:00:00+03:00" in page
    assert 'href="/staff/letters/"' in page
    assert "canary" not in page
    assert Arrival.objects.count() == 2


def test_a_letter_that_was_sorted_waits_until_it_is_opened() -> None:
    drop()
    on_duty_as()
    conversation = first()
    assert 'Letters <span class="count">1</span>' in desk(Role.ADVISER)
    soon = datetime.now(UTC) + timedelta(minutes=1)
    letters.open_conversation(conversation.number, by=aino(), at=soon)

    assert "To the inbox" not in desk(Role.ADVISER)


def test_the_director_sees_periods_that_end_soon_without_a_name() -> None:
    soon, late = make_person(), make_person()
    make_period(soon, 29)
    make_period(late, 40)
    page = desk(Role.DIRECTOR)

    assert f'href="/staff/clients/{soon.number}/"' in page
    assert f'href="/staff/clients/{late.number}/"' not in page
    assert "Mirela" not in page


def test_the_queue_for_identification_is_on_the_desk() -> None:
    spell = make_client()
    clients.record_exploitation(spell, account("LY"), by=daniel(), at=NOW)
    identification.queue(spell, since=date(2020, 7, 1), by=daniel(), at=NOW)
    page = desk(Role.ADVISER)

    assert "Waiting for assessment" in page
    assert f'href="/staff/clients/{spell.person.number}/"' in page


def test_a_draft_of_somebody_else_waits_for_a_check() -> None:
    make_draft()

    assert "Reports to check" in desk(Role.DIRECTOR)
    assert "2019" in desk(Role.ADVISER)


def test_ones_own_draft_does_not_wait_for_oneself() -> None:
    make_draft()

    assert "2019" not in desk(Role.STATISTICIAN)


def test_a_checked_release_waits_for_the_director() -> None:
    make_draft()
    Release.objects.update(status="checked", checked_at=NOW, checked_by=aino())

    assert "2019" in desk(Role.DIRECTOR)
    assert "2019" not in desk(Role.ADVISER)


@pytest.mark.parametrize("role", CASE_FREE)
def test_who_works_on_no_case_sees_none(role: Role) -> None:
    make_new()
    page = desk(role)

    assert "Nothing waits for you here" in page
    assert "Mirela" not in page
    assert "R-1" not in page


@pytest.mark.parametrize("role", Role)
def test_the_desk_opens_for_every_role(role: Role) -> None:
    assert "<h1>Desk</h1>" in desk(role)


@pytest.mark.parametrize("role", [Role.ADVISER, Role.DIRECTOR])
def test_a_fuller_desk_asks_no_more_questions(role: Role) -> None:
    client, counts = client_of(staff_with(role)), []
    for number in (1, 4):
        for _ in range(number):
            make_new()
            make_referral()
            make_period(make_person(), 5)
        with CaptureQueriesContext(connection) as asked:
            client.get("/staff/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_without_signing_in_there_is_no_desk(client: object) -> None:
    assert client.get("/staff/").status_code == 302
