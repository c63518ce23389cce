"""Whatever people see exists in every language of the house."""

from itertools import islice

import pytest

from suoja import catalogues


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_message_is_translated(language: str) -> None:
    assert list(islice(catalogues.faults(language), 20)) == []
