"""Writing the plan into an empty database: in bulk, in one transaction, all of it or nothing."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from uuid import UUID

from django.db import connection, transaction

from suoja.accounts.actions import mark_as_example
from suoja.accounts.models import Staff
from suoja.core.errors import Refused
from suoja.example.load.batch import erase
from suoja.example.load.cases import Writer
from suoja.example.load.office import open_house, sign_ins
from suoja.example.plan import PUBLISHED, Plan, make_plan
from suoja.persons.models import Person

__all__ = ["load", "sign_ins", "write"]

# The made-up staff began on the first working day of the assistance system's first year.
OPENED = datetime(2006, 1, 2, 7, 0, tzinfo=UTC)

# Kibibytes; the usual ones are SQLite's own.
_ROOMY, _USUAL = 256 * 1024, 2_000

Tell = Callable[[str], None]


def _silently(_: str) -> None:
    """Tell nobody."""


def load(*, clients: int = PUBLISHED, seed: int = 1, tell: Tell = _silently) -> Plan:
    """Fill an empty database; refuse one in which there is anybody already."""
    _require_empty()
    tell("Solving for the published numbers ...")
    plan = make_plan(clients=clients, seed=seed)
    write(plan, tell=tell)
    return plan


def write(plan: Plan, *, tell: Tell = _silently) -> None:
    """Write a plan into an empty database."""
    _require_empty()
    tell(f"Writing {plan.size:,} clients and everybody who was refused ...")
    made: list[UUID] = []
    try:
        with _in_bulk(), transaction.atomic():
            _write_batches(plan, made, tell)
    except BaseException:
        # The database takes its rows back by itself; the keys lie apart from it.
        erase(made)
        raise


@contextmanager
def _in_bulk() -> Iterator[None]:
    """Spare what only slows so many rows: the search for cycles, and a small cache of SQLite's."""
    gc.disable()
    _give_sqlite(_ROOMY)
    try:
        yield
    finally:
        gc.enable()
        _give_sqlite(_USUAL)


def _give_sqlite(kibibytes: int) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size = -{kibibytes}")


def _require_empty() -> None:
    if Staff.objects.exists() or Person.objects.exists():
        raise Refused(
            "This database is not empty, and made-up people do not belong among others. "
            "Name a new one with SUOJA_DATABASE_URL (and SUOJA_HOME), run `suoja migrate`, "
            "and try again."
        )


def _write_batches(plan: Plan, made: list[UUID], tell: Tell) -> None:
    mark_as_example(at=OPENED)
    house = open_house(at=OPENED)
    written = 0
    for cases in plan.batches():
        batch = Writer(cases, house).batch()
        made += batch.persons()
        batch.write()
        written += sum(bool(case.spells) for case in cases)
        del batch
        gc.collect()
        tell(f"{written:,} of {plan.size:,} clients")
