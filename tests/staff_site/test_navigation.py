"""Each role is shown the ways it may go, and none that it may not."""

import pytest
from django.test import Client
from django.urls import reverse

import cast as people
from suoja.accounts.choices import Role
from suoja.accounts.models import Staff
from suoja.staff_site.navigation import ENTRIES, entries_for, entry_of

WAYS = {
    Role.ADVISER: ["Desk", "Letters", "Referrals", "New referral", "Clients", "Reports"],
    Role.NURSE: ["Desk", "Clients"],
    Role.OPERATOR: ["Desk", "New referral"],
    Role.EXPERT: ["Desk"],
    Role.STATISTICIAN: ["Desk", "Reports", "Ask for a number", "Ledger"],
    Role.DATA_PROTECTION_OFFICER: ["Desk", "Ledger"],
    Role.ADMINISTRATOR: ["Desk", "Staff"],
}


@pytest.mark.parametrize("role", WAYS)
def test_a_role_sees_its_ways(role: Role) -> None:
    staff = Staff(username="aino", role=role)

    assert [str(entry.label) for entry in entries_for(staff)] == WAYS[role]


def test_somebody_who_left_sees_none() -> None:
    assert list(entries_for(Staff(username="aino", role=Role.DIRECTOR, is_active=False))) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.url_name)
def test_every_way_leads_somewhere(entry: object) -> None:
    assert reverse(entry.url_name).startswith("/staff/")


@pytest.mark.parametrize(
    ("page", "way"),
    [
        ("referrals:register", "New referral"),
        ("intake:erase", "Letters"),
        ("referrals:from_letter", "New referral"),
        ("referrals:page", "Referrals"),
        ("clients:exit", "Clients"),
        ("clients:decide", "Referrals"),
        ("periods:grant", "Clients"),
        ("publication:answer", "Ask for a number"),
        ("publication:ledger", "Ledger"),
        ("publication:page", "Reports"),
        ("staff_site:desk", "Desk"),
    ],
)
def test_a_page_belongs_to_a_way(page: str, way: str) -> None:
    entry = entry_of(page)

    assert entry is not None
    assert entry.label == way


def test_a_page_of_no_room_belongs_to_none() -> None:
    assert entry_of("account_logout") is None


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "told"), [(Role.NURSE, True), (Role.EXPERT, False)])
def test_the_desk_points_to_the_menu_if_there_is_more_in_it(role: Role, told: bool) -> None:
    shown = people.client_of(people.make_staff(role)).get("/staff/").content.decode()

    assert ("What you can do is in the menu." in shown) is told


def test_the_page_marks_where_one_is(aino: Staff) -> None:
    html = people.client_of(aino).get(reverse("clients:list")).content.decode()

    assert html.count('aria-current="page"') == 1
    assert 'href="/staff/clients/"' in html


def test_nobody_is_shown_a_way_before_signing_in(db: None, client: Client) -> None:
    assert "<nav" not in client.get(reverse("account_login")).content.decode()
