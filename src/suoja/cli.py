"""The command `suoja`: what the terminal may ask of the whole house.

Each room offers its own commands in `commands.py`; those that belong to no room are beside this
file. Exit codes: 0 done, 1 something is wrong or differs, 2 refused or not understood.
"""

import os
import pkgutil
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError
from django.db import DatabaseError

import suoja
from suoja.core.command import Command
from suoja.core.errors import NotAllowed, OutOfReach, Refused

DONE, WRONG, REFUSED, INTERRUPTED = 0, 1, 2, 130
OWN = ("build", "catalogues", "checks", "database_roles", "handbook", "manage", "serve")
ABOUT = """The information system of Finland's assistance system for victims of human trafficking.

Start here:
  suoja run --example    the program with a made-up caseload, on http://127.0.0.1:8000
  suoja COMMAND --help   what a command does, with an example
"""
EXITS = "Exit codes: 0 done, 1 something is wrong or differs, 2 refused or not understood."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suoja.settings")
    try:
        django.setup()
    except ImproperlyConfigured as reason:
        return _tell(str(reason), REFUSED)
    given = parser().parse_args(arguments)
    try:
        return _run(given)
    except KeyboardInterrupt:
        return _tell("interrupted", INTERRUPTED)
    except BrokenPipeError:
        # The reader of a pipe has seen enough; nothing more may be flushed to it on the way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _run(given: Namespace) -> int:
    command: Command = given.command
    try:
        return command.run(given)
    except (Refused, NotAllowed, OutOfReach, CommandError) as reason:
        return _tell(str(reason) or reason.__class__.__name__, REFUSED)
    except DatabaseError as reason:
        return _tell(f"the database says: {reason}. `suoja migrate` makes its tables.", REFUSED)


def _tell(sentence: str, code: int) -> int:
    print(f"suoja: {sentence}", file=sys.stderr)
    return code


def parser() -> ArgumentParser:
    """Return the parser of every command of the house."""
    whole = ArgumentParser(
        "suoja", description=ABOUT, epilog=EXITS, formatter_class=RawDescriptionHelpFormatter
    )
    words = whole.add_subparsers(metavar="COMMAND", required=True)
    for command in sorted(commands(), key=lambda command: command.name):
        word = words.add_parser(
            command.name,
            help=command.summary,
            description=command.summary,
            epilog=f"Example:\n  {command.example}\n\n{EXITS}",
            formatter_class=RawDescriptionHelpFormatter,
        )
        command.add_arguments(word)
        word.set_defaults(command=command)
    return whole


def commands() -> Iterator[Command]:
    """Yield the commands of the rooms and those that belong to no room."""
    for module in (*rooms_with_commands(), *(f"suoja.{name}" for name in OWN)):
        yield from import_module(module).COMMANDS


def rooms_with_commands() -> Iterator[str]:
    for room in pkgutil.iter_modules(suoja.__path__, "suoja."):
        if room.ispkg and find_spec(f"{room.name}.commands"):
            yield f"{room.name}.commands"
