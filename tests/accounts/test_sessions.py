"""How long a session lasts, and what it leaves in the database."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from time_machine import Traveller

from cast import PASSWORD, client_of, code_at
from suoja.accounts import actions
from suoja.accounts.choices import Role
from suoja.accounts.gate.sessions import SessionStore
from suoja.accounts.models import Staff

OWN = "/staff/accounts/own/"
MINUTE = 60

pytestmark = pytest.mark.django_db


def is_in(client: Client) -> bool:
    return client.get(OWN).status_code == 200


def test_fifteen_idle_minutes_end_a_session(aino: Staff, clock: Traveller) -> None:
    client = client_of(aino)
    clock.shift(15 * MINUTE + 1)

    assert not is_in(client)


def test_a_session_in_use_goes_on(aino: Staff, clock: Traveller) -> None:
    client = client_of(aino)
    for _ in range(4):
        clock.shift(14 * MINUTE)

        assert is_in(client)


def test_eight_hours_end_a_session_in_use(aino: Staff, clock: Traveller) -> None:
    client = client_of(aino)
    for _ in range(47):
        clock.shift(10 * MINUTE)
        client.get(OWN)
    still_in = is_in(client)
    clock.shift(10 * MINUTE)

    assert still_in
    assert not is_in(client)


def test_a_changed_password_ends_other_sessions(aino: Staff) -> None:
    here, elsewhere = client_of(aino), client_of(aino)
    new = {"oldpassword": PASSWORD, "password1": "a new calm day", "password2": "a new calm day"}
    here.post("/staff/sign-in/password/", new)

    assert is_in(here)
    assert not is_in(elsewhere)


def test_a_changed_role_ends_every_session(aino: Staff, alma: Staff, now: datetime) -> None:
    client = client_of(aino)
    actions.change_role(aino, Role.NURSE, by=alma, at=now)

    assert not is_in(client)


def test_a_closed_account_ends_every_session(aino: Staff, alma: Staff, now: datetime) -> None:
    client = client_of(aino)
    actions.deactivate(aino, by=alma, at=now)

    assert not is_in(client)


def test_a_reset_of_signing_in_ends_every_session(aino: Staff, alma: Staff, now: datetime) -> None:
    client = client_of(aino)
    actions.reset_sign_in(aino, by=alma, at=now)

    assert not is_in(client)


def test_signing_out_ends_the_session(aino: Staff) -> None:
    client = client_of(aino)
    key = client.session.session_key
    client.post("/staff/sign-out/")

    assert not is_in(client)
    assert not SessionStore().exists(key)


def test_signing_out_takes_a_form(aino: Staff) -> None:
    client = client_of(aino)
    client.get("/staff/sign-out/")

    assert is_in(client)


def test_no_staff_page_stays_in_the_browser(aino: Staff) -> None:
    page = client_of(aino).get(OWN)

    assert "no-store" in page["Cache-Control"]


def test_the_session_table_opens_no_session(aino: Staff) -> None:
    client = client_of(aino)
    cookie = client.cookies["session"].value
    stored = Session.objects.get()
    thief = Client()
    thief.cookies["session"] = stored.session_key

    assert cookie not in str(Session.objects.values_list())
    assert not is_in(thief)


def test_what_a_session_remembers_is_sealed(aino: Staff) -> None:
    session = client_of(aino).session
    session["canary"] = "kept words"
    session.save()
    stored = Session.objects.get()

    assert SessionStore(session.session_key)["canary"] == "kept words"
    assert b"kept words" not in stored.session_data.encode()
    assert stored.session_data.count("eyJ") == 0  # the beginning of any JSON that is only signed


def test_old_sessions_are_swept_away_when_somebody_signs_in(
    aino: Staff, clock: Traveller, client: Client
) -> None:
    client_of(aino)
    clock.shift(16 * MINUTE)
    client.post("/staff/sign-in/", {"login": "aino", "password": PASSWORD})
    client.post("/staff/sign-in/code/", {"code": code_at()})

    assert Session.objects.count() == 1


def test_a_visitor_of_the_sign_in_page_gets_no_session(client: Client) -> None:
    client.get("/staff/sign-in/")

    assert Session.objects.count() == 0


def cookies_for(hosts: str | None, home: Path) -> dict[str, object]:
    """Return the settings of cookies on a machine with these host names."""
    names = ["SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_NAME"]
    ask = f"import json, suoja.settings as s; print(json.dumps([getattr(s, n) for n in {names}]))"
    environment = {**os.environ, "SUOJA_HOME": str(home)}
    if hosts:
        environment["SUOJA_HOSTS"] = hosts
    told = subprocess.run(
        [sys.executable, "-c", ask], env=environment, capture_output=True, check=True
    )
    return dict(zip(names, json.loads(told.stdout), strict=True))


def test_a_named_host_has_cookies_for_itself_over_https_only(tmp_path: Path) -> None:
    assert cookies_for("suoja.example,127.0.0.1", tmp_path) == {
        "SESSION_COOKIE_NAME": "__Host-session",
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_NAME": "__Host-csrf",
    }


def test_a_try_out_on_ones_own_machine_works_over_http(tmp_path: Path) -> None:
    cookies = cookies_for(None, tmp_path)

    assert cookies["SESSION_COOKIE_NAME"] == "session"
    assert cookies["SESSION_COOKIE_SECURE"] is False


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(aino: Staff) -> None:
    client = client_of(aino)
    cookie = client.get(OWN).cookies["session"]

    assert cookie["httponly"] is True
    assert cookie["samesite"] == "Strict"
    assert cookie["max-age"] == ""
