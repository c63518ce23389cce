"""Whatever people see exists in every language of the house."""

import pytest

from suoja import catalogues


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_message_is_translated(language: str) -> None:
    assert list(catalogues.faults(language)) == []
