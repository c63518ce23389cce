"""What all tests share: the cast, and a way to empty tables that refuse to be emptied."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase, override_settings
from django.utils import translation

import cast as people
from suoja.accounts.choices import Role
from suoja.accounts.models import Staff
from suoja.core import append_only
from suoja.core.append_only import lifted
from suoja.core.networks import Flood
from suoja.public_site.views import flood

flush = TransactionTestCase._fixture_teardown


def flush_append_only_tables_too(case: TransactionTestCase) -> None:
    """Empty the tables after a test that committed; some refuse it unless asked so."""
    with lifted(append_only.TABLES):
        flush(case)


TransactionTestCase._fixture_teardown = flush_append_only_tables_too  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Keep SQLite's test database in a file: in memory, two threads cannot wait for each other."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = settings.SUOJA_HOME / "test.sqlite3"


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Stretch no passwords: whoever makes staff by the hundred waits, and nobody attacks them."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Begin and end in English, whatever language a page of the test was read in."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def calm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin each test as if nobody had sent anything this hour."""
    monkeypatch.setattr(flood, "flood", Flood(most_waiting=2))


@pytest.fixture
def now() -> datetime:
    """Return the moment that actions are told."""
    return datetime.now(UTC)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Stop the clock; `clock.shift(...)` lets time pass."""
    with time_machine.travel(datetime(2026, 3, 2, 9, 0, 10, tzinfo=UTC), tick=False) as stopped:
        yield stopped


@pytest.fixture
def staff_in(db: None) -> Callable[[Role], Staff]:
    """Return a way to the member of the cast who has a role, made when first asked for."""

    def member(role: Role) -> Staff:
        found = Staff.objects.filter(username=people.NAMES[role].split()[0].lower()).first()
        return found or people.make_staff(role)

    return member


@pytest.fixture
def aino(staff_in: Callable[[Role], Staff]) -> Staff:
    """Aino, adviser."""
    return staff_in(Role.ADVISER)


@pytest.fixture
def daniel(staff_in: Callable[[Role], Staff]) -> Staff:
    """Daniel, director."""
    return staff_in(Role.DIRECTOR)


@pytest.fixture
def olli(staff_in: Callable[[Role], Staff]) -> Staff:
    """Olli, helpline operator: the outsider who must see nothing."""
    return staff_in(Role.OPERATOR)


@pytest.fixture
def taavi(staff_in: Callable[[Role], Staff]) -> Staff:
    """Taavi, statistician."""
    return staff_in(Role.STATISTICIAN)


@pytest.fixture
def tyyne(staff_in: Callable[[Role], Staff]) -> Staff:
    """Tyyne, data protection officer."""
    return staff_in(Role.DATA_PROTECTION_OFFICER)


@pytest.fixture
def alma(staff_in: Callable[[Role], Staff]) -> Staff:
    """Alma, administrator."""
    return staff_in(Role.ADMINISTRATOR)
