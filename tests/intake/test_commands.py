"""The key of those on duty is changed from the terminal, and nothing that was sealed is lost."""

from pathlib import Path

import pytest
from django.test import override_settings

from suoja import cli
from suoja.core.sealing import open_for_duty, seal_for_duty


def test_a_new_key_is_made_beside_the_earlier_ones(
    settings: object, capsys: pytest.CaptureFixture[str]
) -> None:
    earlier = seal_for_duty(b"earlier", place="body:1")

    assert cli.main(["duty-key"]) == 0
    public = Path(settings.SUOJA_HOME, "duty.pub").read_text()
    assert public in capsys.readouterr().out
    assert seal_for_duty(b"later", place="body:1")[:4] == bytes.fromhex(public)[:4]
    assert open_for_duty(earlier, place="body:1") == b"earlier"


def test_keys_are_for_their_owner_alone(settings: object) -> None:
    seal_for_duty(b"x", place="body:1")

    for name in ("duty.pub", "duty.keys"):
        assert Path(settings.SUOJA_HOME, name).stat().st_mode & 0o077 == 0


@override_settings(SITE="public")
def test_the_public_side_makes_no_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["duty-key"]) == 2
    assert "staff side" in capsys.readouterr().err
