"""`suoja check`: what the program can tell about itself without a test."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from io import StringIO

from django.core.management import CommandError, call_command

from suoja import catalogues, handbook
from suoja.core.command import Command, no_arguments

SHOWN = 20


def _settings() -> Iterator[str]:
    try:
        call_command("check", fail_level="WARNING", stdout=StringIO(), stderr=StringIO())
    except CommandError as reason:
        yield str(reason)


def _migrations() -> Iterator[str]:
    said = StringIO()
    try:
        call_command("makemigrations", check_changes=True, dry_run=True, stdout=said)
    except SystemExit:
        yield f"models changed; `suoja manage makemigrations` writes:\n{said.getvalue()}"


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
