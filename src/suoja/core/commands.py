"""`suoja audit verify`."""

from argparse import ArgumentParser, Namespace

from suoja.core import audit
from suoja.core.command import Command


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=["verify"], help="recompute the hash of every entry")


def _run(_arguments: Namespace) -> int:
    verdict = audit.verify()
    for fault in verdict.faults:
        print(fault)
    print(f"{verdict.entries} entries, {len(verdict.faults)} faults.")
    return 0 if verdict.intact else 1


COMMANDS = (
    Command(
        "audit",
        "Show whether an entry of the audit was changed, removed or inserted. "
        "Example: suoja audit verify",
        _add_arguments,
        _run,
    ),
)
