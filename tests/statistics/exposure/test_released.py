"""Suoja's own tables, attacked as an outsider would."""

from dataclasses import replace

import pytest

from suoja import cli
from suoja.core.calendar import Period
from suoja.statistics.choices import Status
from suoja.statistics.exposure import Kind, audit, released_tables
from suoja.statistics.facts import Facts
from suoja.statistics.tables import by_id, count

YEAR, HALF = Period.parse("2020"), Period.parse("2020-H1")


def by_sex(name, period=YEAR, **numbers):
    """Return a table with these numbers, the others hidden."""
    table = by_id(count(Facts(), period))[name]
    told = [(cell, numbers.get(cell.categories["sex"])) for cell in table.cells]
    hidden = {True: Status.HIDDEN, False: Status.PUBLISHED}
    cells = (replace(cell, value=n, status=hidden[n is None]) for cell, n in told)
    return replace(table, cells=tuple(cells))


def exposed(*tables):
    return {each.asked.label: each for each in audit(released_tables(tables)).exposed}


ALL = {"man_boy": 30, "other_or_not_stated": 0, "total": 80}


def test_numbers_that_leave_large_groups_give_nothing_away() -> None:
    finland = by_sex("exploited_in_finland_by_sex", woman_girl=40, man_boy=20, total=60)

    assert exposed(by_sex("new_clients_by_sex", woman_girl=50, **ALL), finland) == {}


def test_the_difference_between_two_tables_is_found() -> None:
    finland = by_sex("exploited_in_finland_by_sex", woman_girl=47, man_boy=20, total=67)
    found = exposed(by_sex("new_clients_by_sex", woman_girl=50, **ALL), finland)
    women = found["2020 new clients, place none that is listed, sex woman girl"]

    assert women.derivation == "50 (sex woman girl) - 47 (place in finland, sex woman girl) = 3"


def test_the_difference_between_a_year_and_its_half_is_found() -> None:
    year = by_sex("new_clients_by_sex", woman_girl=50, **ALL)
    half = by_sex("new_clients_by_sex", HALF, woman_girl=20, man_boy=28, total=48)

    assert exposed(year, half)["2020-H2 new clients, sex man boy"].high == 2


def test_a_hidden_number_alone_in_its_row_is_found() -> None:
    rest = {"woman_girl": 46, "other_or_not_stated": 30, "total": 80}

    assert exposed(by_sex("new_clients_by_sex", **rest))["2020 new clients, sex man boy"].low == 4


def test_two_hidden_numbers_of_few_people_together_are_found() -> None:
    every = exposed(by_sex("new_clients_by_sex", woman_girl=77, total=80)).values()
    (found,) = (each for each in every if each.kind is Kind.EXACT)

    assert "its hidden parts together" in found.asked.label
    assert found.low == 3


@pytest.mark.django_db
def test_without_a_file_our_own_releases_are_audited(capsys) -> None:
    assert cli.main(["release", "audit"]) == 0
    assert "0 groups and differences were tried" in capsys.readouterr().out


def test_a_report_is_chosen_from_a_file_only(capsys) -> None:
    assert cli.main(["release", "audit", "--report", "2014"]) == 2
    assert "--published" in capsys.readouterr().err
