"""The pages that are printed from the code."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from suoja import cli
from suoja.accounts.permissions import Permission
from suoja.handbook import privacy, rooms, states


def test_a_diagram_has_a_beginning_every_step_and_an_end() -> None:
    table = {"new": frozenset({"kept", "closed"}), "kept": frozenset({"closed"})}

    assert list(states.arrows({**table, "closed": frozenset()})) == [
        "[*] --> new",
        "new --> closed",
        "new --> kept",
        "kept --> closed",
        "closed --> [*]",
    ]


def test_a_state_may_follow_itself_only_by_another() -> None:
    tables = dict(states.tables())

    assert "referrals" in tables
    assert [
        (room, state)
        for room, table in tables.items()
        for state, following in table.items()
        if state in following
    ] == []


def test_every_permission_is_in_the_page_of_rooms() -> None:
    page = rooms.render()

    assert [each for each in Permission if f"| {each.value} |" not in page] == []


def test_every_table_is_in_the_page_of_privacy() -> None:
    page = privacy.render()

    assert [model for model in privacy.models() if f"## {model._meta.label}" not in page] == []


def test_pages_are_written_in_a_checkout_only(
    tmp_path: Path, settings: LazySettings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.PACKAGE = tmp_path / "lib" / "suoja"

    assert cli.main(["docs"]) == cli.REFUSED
    assert "no checkout" in capsys.readouterr().err
