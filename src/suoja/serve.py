"""`suoja run`: the program on this machine, from nothing."""

import socket
import time
from argparse import ArgumentParser, Namespace
from threading import Thread

from django.apps import apps
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from suoja.build import build
from suoja.core.command import Command
from suoja.core.errors import Refused
from suoja.manage import migrate

THREADS = 4


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--example", action="store_true", help="fill an empty database first")
    parser.add_argument("--host", default="127.0.0.1", help="address to serve on (%(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port to serve on (%(default)s)")


def _run(given: Namespace) -> int:
    _require_free(given.host, given.port)
    build()
    migrate()
    if given.example:
        _load_example()
    Thread(target=_announce_when_ready, args=(given.host, given.port), daemon=True).start()
    Granian(
        "suoja.wsgi:application",
        address=given.host,
        port=given.port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
    ).serve()
    return 0


def _require_free(host: str, port: int) -> None:
    """Refuse before any work if something else serves there."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as reason:
            raise Refused(
                f"{host}:{port} cannot be served on ({reason.strerror}). "
                "Name another port: suoja run --port 8001, or make run PORT=8001."
            ) from reason


def is_empty() -> bool:
    """Test if nobody has ever been registered here: neither staff nor a referral."""
    models = (apps.get_model("accounts.Staff"), apps.get_model("referrals.Referral"))
    return not any(model._default_manager.exists() for model in models)


def _load_example() -> None:
    from suoja.example.load import load

    if is_empty():
        print("Filling the empty database with the example caseload ...", flush=True)
        load()


def _announce_when_ready(host: str, port: int) -> None:
    while not _answers(host, port):
        time.sleep(0.1)
    announce(f"http://{host}:{port}")


def _answers(host: str, port: int) -> bool:
    with socket.socket() as trial:
        return trial.connect_ex((host, port)) == 0


def announce(address: str) -> None:
    """Print where the program is and, on an example database, who may sign in."""
    print(f"\nSuoja is on\n  public site  {address}/\n  staff site   {address}/staff/\n")
    for line in _sign_ins():
        print(line)
    print("Stop it with Ctrl-C.", flush=True)


def _sign_ins() -> list[str]:
    return []


COMMANDS = (
    Command(
        "run",
        "Build, bring the database up to date and serve. Example: suoja run --example --port 8001",
        _add_arguments,
        _run,
    ),
)
