"""`suoja manage` and `suoja migrate`: the framework's own management."""

from argparse import REMAINDER, ArgumentParser, Namespace

from django.core.management import call_command, execute_from_command_line

from suoja.core.command import Command, no_arguments


def migrate() -> None:
    """Bring the database to the tables of this version."""
    call_command("migrate", verbosity=0, interactive=False)


def _migrate(_: Namespace) -> int:
    migrate()
    print("The database has the tables of this version.")
    return 0


def _add_rest(parser: ArgumentParser) -> None:
    parser.add_argument("rest", nargs=REMAINDER, help="what follows `manage.py` elsewhere")


def _manage(given: Namespace) -> int:
    execute_from_command_line(["suoja manage", *given.rest])
    return 0


COMMANDS = (
    Command(
        "migrate",
        "Make the tables of the database, or bring them up to this version. Example: suoja migrate",
        no_arguments,
        _migrate,
    ),
    Command(
        "manage",
        "Pass on to Django's own management. Example: suoja manage showmigrations",
        _add_rest,
        _manage,
    ),
)
