"""What the terminal may ask of accounts."""

from datetime import datetime

import pytest
from django.test import Client

from cast import PASSWORD, SECRET, code_at, hashed_password
from suoja import cli
from suoja.accounts import actions
from suoja.accounts.choices import Role
from suoja.accounts.models import ExampleMarker, Staff
from suoja.core.errors import Refused
from suoja.core.models import AuditEntry
from suoja.vocabulary.choices import Office

pytestmark = pytest.mark.django_db


def run(*words: str) -> int:
    given = cli.parser().parse_args(words)
    code: int = given.command.run(given)
    return code


@pytest.fixture
def example(now: datetime) -> Staff:
    actions.mark_as_example(at=now)
    return actions.add_example_staff(
        username="aino",
        display_name="Aino Adviser",
        role=Role.ADVISER,
        office=Office.HELSINKI,
        password_hash=hashed_password(),
        secret=SECRET,
        at=now,
    )


def test_a_code_is_printed_for_the_example(
    example: Staff, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("code", "aino") == 0
    assert capsys.readouterr().out.strip() == code_at()


def test_the_example_signs_in_with_that_code(
    example: Staff, capsys: pytest.CaptureFixture[str], client: Client
) -> None:
    run("code", "aino")
    code = capsys.readouterr().out.strip()
    client.post("/staff/sign-in/", {"login": "aino", "password": PASSWORD})
    client.post("/staff/sign-in/code/", {"code": code})

    assert client.get("/staff/accounts/own/").status_code == 200


def test_no_code_is_printed_for_real_staff(aino: Staff, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Refused, match="example's made-up staff only"):
        run("code", "aino")

    assert capsys.readouterr().out == ""


def test_no_code_is_printed_for_a_stranger(example: Staff) -> None:
    with pytest.raises(Refused, match="Nobody called eeva"):
        run("code", "eeva")


def test_a_refusal_is_a_sentence_and_exit_code_two(
    aino: Staff, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["code", "aino"]) == 2
    assert "made-up staff only" in capsys.readouterr().err


def test_the_first_administrator_comes_from_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("staff", "add", "alma", "--role", "administrator") == 0
    alma = Staff.objects.get()
    password = capsys.readouterr().out.splitlines()[1].split()[-1]

    assert alma.role == Role.ADMINISTRATOR
    assert alma.check_password(password)
    assert alma.must_change_password
    assert AuditEntry.objects.get(verb="add").by == "terminal"


def test_a_taken_name_is_refused_at_the_terminal(alma: Staff) -> None:
    with pytest.raises(Refused, match="taken"):
        run("staff", "add", "alma", "--role", "nurse")


def test_the_example_is_marked_once(example: Staff, now: datetime) -> None:
    actions.mark_as_example(at=now)

    assert ExampleMarker.objects.count() == 1
