"""Somebody stops half-way, comes back with a code, or deletes what was saved."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from public_site.referral_flow import ADULT, MIRELA, Walk
from suoja.intake.models import Arrival, Draft
from suoja.public_site.views import flood

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

MISTYPED = "1" * 20


def half_way() -> Walk:
    walk = Walk()
    walk.consent()
    walk.person()
    return walk


def come_back(code: str) -> Walk:
    walk = Walk()
    walk.press("resume")
    walk.press("open", code=code)
    return walk


def test_a_saved_form_goes_on_where_it_stood() -> None:
    walk = half_way()
    walk.press("save", given_names="Mirela")
    assert Draft.objects.count() == 0
    code, token = walk.code, walk.hidden("token")
    walk.press("keep", token=token, type=code)
    assert "16 Mar 2026" in walk.html
    back = come_back(code)

    assert back.heading == "Who is the person?"
    assert 'value="Mirela"' in back.html


def test_what_is_saved_is_noise_without_the_code() -> None:
    walk = half_way()
    walk.on(**{**MIRELA, "given_names": "Canary"})
    code = walk.saved()
    row = Draft.objects.get()

    assert b"Canary" not in bytes(row.sealed)
    assert code.replace(" ", "").encode() not in bytes(row.sealed) + bytes(row.lookup)
    assert Arrival.objects.count() == 0


def test_a_code_that_is_mistyped_saves_nothing_and_loses_nothing() -> None:
    walk = half_way()
    walk.press("save", given_names="Mirela")
    code = walk.code
    walk.press("keep", token=walk.hidden("token"), type=MISTYPED)
    assert (walk.code, Draft.objects.count()) == (code, 0)
    walk.press("stay")

    assert 'value="Mirela"' in walk.html


def test_saving_again_needs_no_new_code() -> None:
    walk = half_way()
    code = walk.saved()
    walk.press("stay")
    walk.on(**MIRELA)
    walk.press("save", summary="More was told.")
    assert "The form is saved" in walk.html

    assert "More was told." in come_back(code).html
    assert Draft.objects.count() == 1


def test_what_was_saved_is_deleted_when_the_form_is_sent() -> None:
    code = half_way().saved()
    walk = come_back(code)
    walk.rest()
    walk.on()
    walk.press("send")

    assert "Your message was received" in walk.html
    assert Draft.objects.count() == 0
    assert "Nothing is found under this code." in come_back(code).html


def test_what_was_saved_is_deleted_on_request_and_the_page_goes_on() -> None:
    walk = half_way()
    code = walk.saved()
    walk.press("forget")
    assert "What you saved is deleted" in walk.html
    assert Draft.objects.count() == 0
    walk.press("stay")
    assert walk.heading == "Who is the person?"

    assert "Nothing is found under this code." in come_back(code).html


def test_a_form_is_saved_for_fourteen_days(clock: time_machine.Traveller) -> None:
    code = half_way().saved()
    clock.shift(timedelta(days=13, hours=23))
    assert come_back(code).heading == "Who is the person?"
    clock.shift(timedelta(hours=1))

    assert "Nothing is found under this code." in come_back(code).html


def test_who_has_no_code_goes_back_to_what_was_typed() -> None:
    walk = Walk()
    walk.press("resume", referrer_name="Laine")
    walk.press("open", code="1234")
    walk.press("stay")

    assert 'value="Laine"' in walk.html


def test_saving_stores_one_row_and_asks_for_no_other() -> None:
    walk = half_way()
    walk.saved()
    walk.press("stay")
    with CaptureQueriesContext(connection) as asked:
        walk.press("save")

    told = [query["sql"] for query in asked if "intake_draft" in query["sql"]]
    assert [sql.split()[0] for sql in told] == ["DELETE", "INSERT"]


@pytest.mark.django_db(transaction=True)
def test_no_code_is_stretched_while_a_transaction_is_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[bool] = []
    stretch = flood.keys_of

    def watched(code: str) -> object:
        seen.append(connection.in_atomic_block)
        return stretch(code)

    monkeypatch.setattr(flood, "keys_of", watched)
    come_back(half_way().saved())

    assert seen == [False, False]


def test_consent_that_is_missing_takes_details_out_of_what_is_saved() -> None:
    walk = half_way()
    walk.on(**MIRELA)
    code = walk.saved()
    walk.press("stay")
    walk.press("back")
    walk.press("back")
    walk.on(**{**ADULT, "consent_by": "nobody"})
    walk.press("save")
    back = come_back(code)

    assert back.heading == "What do you want to ask?"
    back.press("back")
    back.on(consents="yes")
    assert back.heading == "Adult or child?"
    assert "checked" not in back.html
