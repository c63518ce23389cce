"""`suoja check`: what the program can tell about itself without a test."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from io import StringIO

from django.apps import apps
from django.core.management import CommandError, call_command
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from suoja import catalogues, handbook
from suoja.core.command import Command, no_arguments

SHOWN = 20


def _settings() -> Iterator[str]:
    try:
        call_command("check", fail_level="WARNING", stdout=StringIO(), stderr=StringIO())
    except CommandError as reason:
        yield str(reason)


def _migrations() -> Iterator[str]:
    """Compare models with migrations; no database is asked, for not every side may read it all."""
    loader = MigrationLoader(None)
    compared = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    for room in compared.changes(graph=loader.graph):
        yield f"models of {room} changed; `suoja manage makemigrations` writes what is missing."


def _translations() -> Iterator[str]:
    for language in catalogues.languages():
        yield from catalogues.faults(language)


def _docs() -> Iterator[str]:
    for path in handbook.stale():
        yield f"{path} does not say what the code says; `make docs` writes it anew."


CHECKS: Mapping[str, Callable[[], Iterator[str]]] = {
    "settings and models": _settings,
    "migrations": _migrations,
    "translations": _translations,
    "generated docs": _docs,
}


def _run(_: Namespace) -> int:
    wrong = 0
    for name, check in CHECKS.items():
        found = list(check())
        wrong += len(found)
        print(f"{name}: {len(found) or 'nothing'} wrong", *found[:SHOWN], sep="\n  ")
        if len(found) > SHOWN:
            print(f"  ... and {len(found) - SHOWN} more")
    return 1 if wrong else 0


COMMANDS = (
    Command(
        "check",
        "Check settings, migrations, translations and generated docs. Example: suoja check",
        no_arguments,
        _run,
    ),
)
