"""`suoja run`: the program on this machine, from nothing."""

import multiprocessing
import socket
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from functools import partial
from threading import Thread

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from suoja.accounts.models import ExampleMarker, Staff
from suoja.build import build
from suoja.core.command import Command
from suoja.core.errors import Refused
from suoja.core.side import PUBLIC, STAFF_SITE, is_served
from suoja.example import load as example
from suoja.example.commands import fill
from suoja.manage import migrate

SECONDS_TO_FINISH = 5
SITES = (("public site", "/"), ("staff site", STAFF_SITE))


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--example", action="store_true", help="fill an empty database first")
    parser.add_argument("--host", default="127.0.0.1", help="address to serve on (%(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port to serve on (%(default)s)")
    parser.add_argument("--workers", type=int, default=1, help="processes (%(default)s)")


def _run(given: Namespace) -> int:
    _require_free(given.host, given.port)
    build()
    sign_ins = _prepare_database(example_wanted=given.example)
    told = (given.host, given.port, sign_ins)
    Thread(target=_announce_when_ready, args=told, daemon=True).start()
    _serve(given.host, given.port, given.workers)
    return 0


def _prepare_database(*, example_wanted: bool) -> list[str]:
    """Return who may sign in where everybody may know it: on an example database only."""
    if settings.SITE == PUBLIC:
        if example_wanted:
            raise Refused(
                "The example is made on the staff side: SUOJA_SITE=staff, or leave it out."
            )
        _migrate_unless_a_role_may_not()
        return []
    migrate()
    if example_wanted:
        _fill_if_empty()
    return example.sign_ins() if ExampleMarker.objects.exists() else []


def _migrate_unless_a_role_may_not() -> None:
    """Leave tables to the staff side where the public side has roles that only read and add."""
    if settings.INTAKE_DATABASE == DEFAULT_DB_ALIAS:
        migrate()


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


def _serve(host: str, port: int, workers: int) -> None:
    """Serve until interrupted; a process that ends by itself is followed by another."""
    # A forked worker would share the open databases of this process.
    multiprocessing.set_start_method("spawn", force=True)
    Granian(
        "suoja.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        respawn_failed_workers=True,
        blocking_threads=settings.THREADS,
        workers_kill_timeout=SECONDS_TO_FINISH,
        log_level=LogLevels.warning,
    ).serve()


def _fill_if_empty() -> None:
    if not Staff.objects.exists():
        print("Filling the empty database with made-up people; this takes a minute.", flush=True)
        fill(tell=partial(print, flush=True))


def _announce_when_ready(host: str, port: int, sign_ins: Iterable[str]) -> None:
    while not _answers(host, port):
        time.sleep(0.1)
    address = f"http://{host}:{port}"
    print("", *sign_ins, "", sep="\n")
    print(*(f"  {site:11}  {address}{path}" for site, path in SITES if is_served(path)), sep="\n")
    print("\nCtrl-C stops it.", flush=True)


def _answers(host: str, port: int) -> bool:
    with socket.socket() as trial:
        return trial.connect_ex((host, port)) == 0


COMMANDS = (
    Command(
        "run",
        "Build, bring the database up to date and serve. Example: suoja run --example --port 8001",
        _add_arguments,
        _run,
    ),
)
