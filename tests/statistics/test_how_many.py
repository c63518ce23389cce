"""How many nationalities there are gives none of them away."""

from dataclasses import replace

import pytest

from made_up.caseload import VICTIM
from suoja.core.calendar import Period
from suoja.statistics.facts import Facts
from suoja.statistics.tables import build, by_id

YEAR = Period.parse("2020")


def shown_for(*nationalities: str) -> bool:
    people = [replace(VICTIM, person=n, nationality=code) for n, code in enumerate(nationalities)]
    tables = by_id(build(Facts(spells=tuple(people)), YEAR))
    return not tables["number_of_nationalities"].cell(population="new_clients").hidden


def test_a_number_of_groups_that_leaves_one_person_for_each_is_hidden() -> None:
    assert not shown_for(*["NG"] * 20, "IQ", "NP", "AL", "SO", "VN")


def test_a_number_of_groups_is_shown_where_any_of_them_could_be_large() -> None:
    assert shown_for(*["NG"] * 20, *["IQ"] * 4, *["NP"] * 4, *["AL"] * 2)


@pytest.mark.parametrize("many", [5, 20])
def test_where_no_group_is_hidden_their_number_is_shown(many) -> None:
    assert shown_for(*["NG"] * many)
