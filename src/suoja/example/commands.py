"""`suoja example`: fill an empty database with made-up people."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import UTC, datetime

from suoja.core.command import Command
from suoja.example.letters import drop_letters
from suoja.example.load import load, sign_ins
from suoja.example.plan import PUBLISHED, Plan
from suoja.example.releases import publish

_LARGEST = 1_000_000


def _number_of_clients(text: str) -> int:
    number = int(text) if text.isdigit() else 0
    if not 13 <= number <= _LARGEST:
        raise ArgumentTypeError(f"{text} is no number from 13 to {_LARGEST:,}")
    return number


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--clients",
        type=_number_of_clients,
        default=PUBLISHED,
        metavar="N",
        help="about how many clients, in steps of 13 with the same proportions; at the default of "
        "%(default)s the reports of 2014, 2018-H1, 2018 and 2020 show the published numbers, and "
        "those of 2018 and 2020 are published",
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="S", help="other made-up people (%(default)s)"
    )


def fill(*, tell: Callable[[str], None], clients: int = PUBLISHED, seed: int = 1) -> Plan:
    """Fill an empty database: a caseload, its published reports, and letters that wait."""
    plan = load(clients=clients, seed=seed, tell=tell)
    if clients == PUBLISHED:
        publish(tell=tell)
    drop_letters(at=datetime.now(UTC))
    return plan


def _run(given: Namespace) -> int:
    plan = fill(clients=given.clients, seed=given.seed, tell=_tell)
    print(f"The database holds {plan.size:,} made-up clients. Next: suoja run")
    for line in sign_ins():
        print(line)
    return 0


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


COMMANDS = (
    Command(
        "example",
        "Fill an empty database with a made-up caseload of 2006-2020: clients, children, referrals "
        "and staff, none of them real. Example: suoja example --clients 100000",
        _add_arguments,
        _run,
    ),
)
