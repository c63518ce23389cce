"""The command `suoja` behaves: it teaches, and its exit codes mean something."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from suoja import cli

COMMANDS = {command.name: command for command in cli.commands()}


def suoja(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder that is not the checkout, with everything kept in `home`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SUOJA_")}
    return subprocess.run(
        [Path(sys.executable).with_name("suoja"), *words],
        cwd=home,
        env={**kept, "SUOJA_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_what_a_command_does_with_an_example(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main([name, "--help"])

    assert left.value.code == 0
    assert COMMANDS[name].example.startswith(f"suoja {name}")
    assert COMMANDS[name].example in capsys.readouterr().out


def test_an_unknown_command_is_not_understood(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["dance"])

    assert left.value.code == cli.REFUSED
    assert "invalid choice: 'dance'" in capsys.readouterr().err


def test_a_port_in_use_is_refused_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        code = cli.main(["run", "--port", str(other.getsockname()[1])])

    assert code == cli.REFUSED
    assert "Name another port" in capsys.readouterr().err


def test_a_database_without_tables_is_explained(tmp_path: Path) -> None:
    done = suoja("audit", "verify", home=tmp_path)

    assert done.returncode == cli.REFUSED
    assert "suoja migrate" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_new_database_has_an_intact_audit(tmp_path: Path) -> None:
    migrated = suoja("migrate", home=tmp_path)
    verified = suoja("audit", "verify", home=tmp_path)

    assert (migrated.returncode, verified.returncode) == (cli.DONE, cli.DONE)


def test_whoever_reads_the_output_may_leave_early(tmp_path: Path) -> None:
    command = f"{Path(sys.executable).with_name('suoja')} manage diffsettings | true"

    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (cli.DONE, "")
