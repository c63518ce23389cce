"""What the tests of both roles share: one database, made once."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from promises.database import Database, made_database


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    home: Path = tmp_path_factory.mktemp("staff")
    with made_database(f"suoja_roles_{os.getpid()}", home) as made:
        yield made
