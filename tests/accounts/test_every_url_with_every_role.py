"""Every address of the program, asked by every role and by a stranger.

An address that is not in the table fails the test. To add one, write a row:

    "clients:exit": Row({R.DIRECTOR}, "post", where="a_client", sent={"ground": "own_wish"}),

The roles that may; the method if it is not GET; the fixture that returns the parameters of the
path, such as {"pk": 7}, if it has any; the form that is sent, if any. Who may gets the page, a way
on or a refusal with a reason (200, 302, 303, 409); who may not gets 403 or 404.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from addresses import every_address
from cast import client_of
from suoja.accounts.choices import Role
from suoja.accounts.models import Staff

R = Role
EVERYBODY = frozenset(Role)
SIGN_IN = "/staff/sign-in/"
DONE, CLOSED = {200, 302, 303, 409}, {403, 404}
NOTHING: Mapping[str, str] = MappingProxyType({})


class Row(NamedTuple):
    """Who may ask for an address, and how it is asked for."""

    who: frozenset[Role] | set[Role]
    method: str = "get"
    where: str | None = None
    sent: Mapping[str, str] = NOTHING
    strangers_too: bool = False


def public(method: str = "get", where: str | None = None) -> Row:
    return Row(EVERYBODY, method, where, strangers_too=True)


WRITERS = {R.ADVISER, R.SOCIAL_COUNSELLOR, R.DIRECTOR}
READERS = {*WRITERS, R.NURSE}
DRAFTERS = {R.STATISTICIAN, R.DIRECTOR}
CHECKERS = {*DRAFTERS, R.ADVISER}
REPORT_READERS = {*CHECKERS, R.COORDINATOR}

TABLE = {
    "account_change_password": Row(EVERYBODY),
    "account_login": public(),
    "account_logout": Row(EVERYBODY, "post"),
    "account_reauthenticate": Row(EVERYBODY),
    "accounts:add": Row({R.ADMINISTRATOR}),
    "accounts:change_role": Row({R.ADMINISTRATOR}, "post", "a_colleague", {"role": "nurse"}),
    "accounts:deactivate": Row({R.ADMINISTRATOR}, "post", "a_colleague"),
    "accounts:list": Row({R.ADMINISTRATOR}),
    "accounts:own": Row(EVERYBODY),
    "accounts:page": Row({R.ADMINISTRATOR}, where="a_colleague"),
    "accounts:reactivate": Row({R.ADMINISTRATOR}, "post", "a_colleague"),
    "accounts:reset_sign_in": Row({R.ADMINISTRATOR}, "post", "a_colleague"),
    "clients:add_child": Row({R.DIRECTOR}, where="a_client"),
    "clients:add_listed_child": Row({R.DIRECTOR}, where="a_client"),
    "clients:correct": Row(WRITERS, where="a_client"),
    "clients:decide": Row({R.DIRECTOR}, where="a_referral"),
    "clients:exit": Row({R.DIRECTOR}, where="a_client"),
    "clients:exploitation": Row(WRITERS, where="a_client"),
    "clients:list": Row(READERS),
    "clients:make_primary": Row(WRITERS, "post", "an_exploitation"),
    "clients:page": Row(READERS, where="a_client"),
    "clients:recognise": Row({R.DIRECTOR}, where="a_client"),
    "clients:residence": Row(WRITERS, where="a_client"),
    "identification:begin": Row({R.ADVISER, R.DIRECTOR}, where="a_client"),
    "identification:decide": Row({R.DIRECTOR}, where="a_client"),
    "identification:hear_group": Row({R.ADVISER, R.DIRECTOR}, where="a_client"),
    "identification:queue": Row({R.ADVISER, R.DIRECTOR}, where="a_client"),
    "intake:answer": Row(WRITERS, "post", "a_conversation", {"text": "We read it."}),
    "intake:begin_duty": Row(WRITERS),
    "intake:bulk": Row(WRITERS),
    "intake:close": Row(WRITERS, "post", "a_conversation"),
    "intake:erase": Row({R.ADVISER, R.DIRECTOR}, where="a_conversation"),
    "intake:finished": Row(WRITERS),
    "intake:inbox": Row(WRITERS),
    "intake:leave_duty": Row(WRITERS, "post"),
    "intake:link": Row(WRITERS, "post", "a_conversation", {"other": "L-99"}),
    "intake:note_call": Row(WRITERS, "post", "a_conversation", {"outcome": "reached"}),
    "intake:original": Row(WRITERS, where="a_sent_file"),
    "intake:page": Row(WRITERS, where="a_conversation"),
    "intake:view_copy": Row(WRITERS, where="a_sent_file"),
    "leave": public(),
    "mfa_activate_totp": Row(EVERYBODY),
    "mfa_authenticate": Row(EVERYBODY),
    "mfa_generate_recovery_codes": Row(EVERYBODY),
    "mfa_reauthenticate": Row(EVERYBODY),
    "mfa_view_recovery_codes": Row(EVERYBODY),
    "periods:end_early": Row({R.DIRECTOR}, where="a_period"),
    "periods:grant": Row({R.DIRECTOR}, where="a_client"),
    "public_site:assistance": public(),
    "public_site:consent": public(),
    "public_site:contact": public(),
    "public_site:definitions": public(),
    "public_site:device": public(),
    "public_site:feed": public(),
    "public_site:front": public(),
    "public_site:help": public(),
    "public_site:know": public(),
    "public_site:met": public(),
    "public_site:municipalities": public(),
    "public_site:protection": public(),
    "public_site:raise": public(),
    "public_site:recognise": public(),
    "public_site:refer": public(),
    "public_site:referral": public(),
    "public_site:report": public(where="a_report"),
    "public_site:report_file": public(where="a_file"),
    "public_site:report_version": public(where="a_version"),
    "public_site:reports": public(),
    "public_site:rights": public(),
    "public_site:series": public(where="a_series"),
    "public_site:series_list": public(),
    "public_site:signs": public(),
    "public_site:statistics": public(),
    "public_site:table": public(where="a_table"),
    "public_site:table_file": public(where="a_table_file"),
    "public_site:table_version": public(where="a_table_version"),
    "public_site:test_file": public(where="a_larger_version"),
    "public_site:test_files": public(),
    "public_site:told": public(),
    "public_site:trafficking": public(),
    "public_site:training": public(),
    "public_site:write": public(),
    "publication:answer": Row(DRAFTERS, where="an_answer"),
    "publication:answers": Row(DRAFTERS),
    "publication:ask": Row(DRAFTERS),
    "publication:call_back": Row({R.DIRECTOR}, "post", "a_release"),
    "publication:check": Row(CHECKERS, "post", "a_release"),
    "publication:correct": Row(DRAFTERS, "post", "a_release", {"correction": "Two late exits."}),
    "publication:download": Row(REPORT_READERS, where="a_release_file"),
    "publication:draft_again": Row(DRAFTERS, "post", "a_release"),
    "publication:explain": Row(DRAFTERS, "post", "a_difference", {"text": "Registered late."}),
    "publication:ledger": Row({*DRAFTERS, R.DATA_PROTECTION_OFFICER}),
    "publication:letter": Row(DRAFTERS, where="a_letter"),
    "publication:list": Row(REPORT_READERS),
    "publication:page": Row(REPORT_READERS, where="a_release"),
    "publication:publish": Row({R.DIRECTOR}, "post", "a_release"),
    "publication:send_back": Row(CHECKERS, "post", "a_release", {"finding": "One total is odd."}),
    "publication:write_foreword": Row(DRAFTERS, "post", "a_release", {"en": "A calm year."}),
    "publication:true_values": Row(DRAFTERS, where="a_release"),
    "referrals:add_child": Row(WRITERS, where="a_referral"),
    "referrals:ask_for_more": Row({R.ADVISER, R.DIRECTOR}, "post", "a_referral"),
    "referrals:assess": Row({R.ADVISER, R.DIRECTOR}, "post", "a_referral"),
    "referrals:from_letter": Row(WRITERS, where="a_letter_part"),
    "referrals:list": Row(WRITERS),
    "referrals:page": Row(WRITERS, where="a_referral"),
    "referrals:recognise": Row({R.ADVISER, R.DIRECTOR}, where="a_referral"),
    "referrals:register": Row({*WRITERS, R.OPERATOR}),
    "referrals:withdraw_consent": Row({R.ADVISER, R.DIRECTOR}, "post", "a_referral"),
    "set_language": public("post"),
    "staff_site:desk": Row(EVERYBODY),
    "staff_site:texts": Row(EVERYBODY),
}
WRITTEN = sorted({address.name for address in every_address()} & set(TABLE))
FOR_STAFF = [name for name in WRITTEN if not TABLE[name].strangers_too]


def ask(client: Client, name: str, request: pytest.FixtureRequest) -> HttpResponse:
    row = TABLE[name]
    parameters = request.getfixturevalue(row.where) if row.where else {}
    return getattr(client, row.method)(reverse(name, kwargs=parameters), dict(row.sent))


def test_every_address_is_in_the_table() -> None:
    assert {address.name for address in every_address()} ^ set(TABLE) == set()


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", FOR_STAFF)
def test_who_may_gets_in_and_who_may_not_does_not(
    name: str, role: Role, staff_in: Callable[[Role], Staff], request: pytest.FixtureRequest
) -> None:
    answer = ask(client_of(staff_in(role)), name, request)

    assert answer.status_code in (DONE if role in TABLE[name].who else CLOSED)
    if name != "account_logout":
        assert not answer.get("Location", "").startswith(SIGN_IN)


@pytest.mark.django_db
@pytest.mark.parametrize("name", FOR_STAFF)
def test_a_stranger_is_sent_to_sign_in(
    name: str, client: Client, request: pytest.FixtureRequest
) -> None:
    assert ask(client, name, request)["Location"].startswith(SIGN_IN)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(set(WRITTEN) - set(FOR_STAFF)))
def test_a_public_page_asks_nobody_to_sign_in(
    name: str, client: Client, request: pytest.FixtureRequest
) -> None:
    answer = ask(client, name, request)

    assert answer.status_code in DONE
    assert not answer.get("Location", "").startswith(SIGN_IN)
