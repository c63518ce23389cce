"""The list of referrals."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases import EARLIER, aino, make_person, make_referral
from cases import someone as staff_with
from cast import client_of
from suoja.accounts.choices import Role
from suoja.core.models import AuditEntry
from suoja.persons.models import Person
from suoja.referrals.models import Referral

pytestmark = pytest.mark.django_db

LIST = "/staff/referrals/"


def shown(role: Role = Role.ADVISER, **asked: object) -> str:
    return client_of(staff_with(role)).get(LIST, asked).content.decode()


def make_many(count: int) -> list[Referral]:
    """Return referrals that arrived hour by hour."""
    return [
        make_referral(make_person(), received_at=EARLIER - timedelta(hours=count - number))
        for number in range(count)
    ]


def test_the_list_shows_who_waits_the_longest_first() -> None:
    first, second = make_many(2)
    page = shown()

    assert page.index(f"R-{first.number}<") < page.index(f"R-{second.number}<")
    assert "Mirela Koskela" in page
    assert f"P-{first.person.number}" in page


def test_a_minor_is_marked() -> None:
    make_referral(make_person(birth_date=EARLIER.date()))

    assert "Minor" in shown()


def test_listing_names_is_written_into_the_audit_once() -> None:
    first, second = make_many(2)
    shown()

    entry = AuditEntry.objects.get(verb="referral.list")
    assert (entry.by, entry.detail) == ("aino", {"numbers": [first.number, second.number]})


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, True),
        ({"status": "under_assessment"}, True),
        ({"status": "received"}, False),
        ({"status": "all"}, True),
        ({"referrer": "police"}, True),
        ({"referrer": "church"}, False),
        ({"year": "2020"}, True),
        ({"year": "2019"}, False),
        ({"number": "R-1"}, True),
        ({"number": "p1"}, True),
        ({"number": "77"}, False),
        ({"number": "who"}, False),
        ({"year": "many"}, False),
        ({"number": "9" * 19}, False),
    ],
)
def test_the_list_is_filtered(asked: dict[str, str], found: bool) -> None:
    referral = make_referral()
    Referral.objects.update(number=1)
    Person.objects.filter(pk=referral.person.pk).update(number=1)

    assert ("Mirela Koskela" in shown(**asked)) is found


def test_a_number_that_is_none_is_said_to_be_none() -> None:
    assert "Write a number such as R-12" in shown(number="who")


def test_pages_follow_one_another_without_counting() -> None:
    first, *_others = make_many(26)

    assert f"R-{first.number}<" in shown()
    assert 'rel="next"' in shown()
    second = shown(page="2")
    assert 'rel="prev"' in second
    assert 'rel="next"' not in second
    assert f"R-{first.number}<" not in second


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 30])
def test_a_page_that_makes_no_sense_breaks_nothing(page: str) -> None:
    assert "<h1>Referrals</h1>" in shown(page=page)


def test_more_rows_ask_no_more_questions() -> None:
    client = client_of(aino())
    counts = []
    for number in (2, 8):
        make_many(number)
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_who_may_not_list_is_turned_away() -> None:
    assert client_of(staff_with(Role.OPERATOR)).get(LIST).status_code == 403
