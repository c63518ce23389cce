"""What reports and files say of hidden numbers: that they are, never why this one is."""

import re

import pytest
from django.utils.translation import override

from publication.prints import cells, report, table, true_tables
from suoja.publication.rendering import as_text, readme
from suoja.publication.rendering.document import section_of
from suoja.statistics.choices import Status
from suoja.statistics.measures import ALL

LANGUAGES = ("en", "fi", "sv")
WHY = r"too small|are few|liian pien|niitä on vähän|för små|är få"


def nationalities(hidden):
    numbers = {"IQ": 40, "NG": 30, "total": 70}
    return table(
        id="new_clients_by_nationality",
        dimensions=("nationality",),
        margins=("nationality",),
        cells=cells("nationality", numbers, dict.fromkeys(hidden, Status.SECONDARY)),
        open_list=frozenset({"nationality"}),
    )


def said(language):
    printed = report(*true_tables(), nationalities(["NG"]))
    with override(language):
        yield as_text.write(printed, language).decode()
        yield readme.write(printed, ["{table}.csv"]).decode()
        yield from (str(trap) for measure in ALL for trap in measure.traps)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_public_says_that_what_is_hidden_is_small(language: str) -> None:
    assert [text for text in said(language) if re.search(WHY, text.lower())] == []


def test_a_large_group_that_is_not_listed_is_told_of_as_any_other() -> None:
    assert section_of(nationalities(["NG"])).notes == (
        "Groups that are not listed are not shown; they are part of the total.",
    )
