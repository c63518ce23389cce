"""Suoja's own numbers, attacked as an outsider would."""

import getpass

import pytest

from suoja import cli
from suoja.core.calendar import Period
from suoja.core.models import AuditEntry
from suoja.statistics.choices import TOTAL
from suoja.statistics.counting import Counted
from suoja.statistics.exposure import Kind, audit, told_numbers
from suoja.statistics.ledger import KNOWN, Told

YEAR, HALF = Period.parse("2020"), Period.parse("2020-H1")
SEXES = ("woman_girl", "man_boy", "other_or_not_stated")
NEW, FINLAND = "new_clients_by_sex", "exploited_in_finland_by_sex"


def of(name, period, numbers, hidden=()):
    values = {(category,): number for category, number in numbers.items()}
    told = frozenset(values) - {(category,) for category in hidden}
    return Told(Counted(KNOWN[name], period, values), told)


def by_sex(name, *numbers, hidden=(), period=YEAR):
    """Return what is told of a table with these numbers of women, men and others."""
    return of(name, period, {**dict(zip(SEXES, numbers, strict=True)), TOTAL: sum(numbers)}, hidden)


def exposed(*entries):
    return {each.asked.label: each for each in audit(told_numbers([*entries])).exposed}


def test_numbers_that_leave_large_groups_give_nothing_away() -> None:
    assert exposed([by_sex(NEW, 50, 30, 0), by_sex(FINLAND, 40, 20, 0)]) == {}


def test_the_difference_between_two_tables_is_found() -> None:
    found = exposed([by_sex(NEW, 50, 30, 0), by_sex(FINLAND, 47, 20, 0)])
    women = found["2020 new clients, place none that is listed, sex woman girl"]

    assert women.derivation == "50 (sex woman girl) - 47 (place in finland, sex woman girl) = 3"


def test_the_difference_between_a_year_and_its_half_is_found() -> None:
    half = by_sex(NEW, 20, 28, 0, period=HALF)
    found = exposed([half], [by_sex(NEW, 50, 30, 0)])

    assert found["2020-H2 new clients, sex man boy"].high == 2


def test_a_hidden_number_alone_in_its_row_is_found() -> None:
    found = exposed([by_sex(NEW, 46, 4, 30, hidden=["man_boy"])])

    assert found["2020 new clients, sex man boy"].kind is Kind.EXACT


def test_two_hidden_numbers_of_few_people_together_are_found() -> None:
    every = exposed([by_sex(NEW, 77, 2, 1, hidden=["man_boy", "other_or_not_stated"])]).values()
    (found,) = (each for each in every if each.kind is Kind.EXACT)

    assert "its hidden parts together" in found.asked.label
    assert found.low == 3


def test_who_is_nobody_is_told_apart() -> None:
    hidden = ["man_boy", "other_or_not_stated"]
    found = audit(told_numbers([[by_sex(NEW, 77, 3, 0, hidden=hidden)]]))

    assert [each.asked.label for each in found.nobody] == [
        "2020 new clients, sex other or not stated"
    ]


def test_a_number_that_can_only_be_higher_is_found() -> None:
    """Women and men in Finland are 6 of 8, and the women are five at most: one man at least."""
    hidden = ["woman_girl", "man_boy"]
    finland = by_sex(FINLAND, 5, 1, 0, hidden=hidden)
    kinds = {each.kind for each in exposed([by_sex(NEW, 5, 9, 0), finland]).values()}

    assert Kind.NO_LOWER in kinds


def test_old_and_new_numbers_of_a_correction_are_both_known() -> None:
    corrected = by_sex(NEW, 50, 31, 3, hidden=["other_or_not_stated"])
    found = exposed([by_sex(NEW, 50, 30, 7)], [corrected])

    assert found["2020 new clients, sex other or not stated"].low == 3


def test_what_was_counted_differently_then_is_no_longer_subtracted() -> None:
    half = by_sex(NEW, 20, 28, 0, period=HALF)
    counted_again = by_sex(NEW, 20, 21, 0, hidden=["man_boy", TOTAL], period=HALF)

    assert exposed([half], [by_sex(NEW, 50, 30, 0), counted_again]) == {}


def test_who_came_back_is_found_by_who_was_here_came_and_left() -> None:
    half = Period.parse("2020-H2")
    month = of("stock_by_month", YEAR, {"2020-06": 100, "2020-12": 110})
    left = of("exits_by_ground", half, {TOTAL: 12})
    decided = {"admitted": 20, "readmitted": 2, "refused": 30, TOTAL: 52}
    entry = of("decisions_on_entry_and_removal", half, decided, hidden=["readmitted", "refused"])
    found = exposed([month, left, entry, by_sex(NEW, 10, 10, 0, period=half)])

    assert "2020-H2 decisions, decision readmitted" in found


@pytest.mark.django_db
def test_without_a_file_the_ledger_is_audited_and_that_is_on_record(capsys) -> None:
    assert cli.main(["release", "audit"]) == 0
    told, entry = capsys.readouterr(), AuditEntry.objects.get()

    assert "0 groups and differences were tried" in told.out
    assert f"recorded of {entry.by}." in told.err
    assert entry.by == f"terminal:{getpass.getuser()}"
    assert (entry.verb, entry.subject, entry.detail) == ("ledger.audit", "ledger", {"up_to": 0})


def test_a_report_is_chosen_from_a_file_only(capsys) -> None:
    assert cli.main(["release", "audit", "--report", "2014"]) == 2
    assert "--published" in capsys.readouterr().err


def test_what_is_left_of_a_form_is_found() -> None:
    forms = dict.fromkeys(KNOWN["new_clients_by_form"].dimensions[0].categories, 0)
    closer = dict.fromkeys(KNOWN["new_clients_by_subform"].dimensions[0].categories, 0)
    by_form = {**forms, "sexual_exploitation": 43, TOTAL: 43}
    by_subform = {**closer, "prostitution": 36, "sexual_slavery": 6, "none": 1, TOTAL: 43}
    told = [
        of("new_clients_by_form", YEAR, by_form),
        of("new_clients_by_subform", YEAR, by_subform, hidden=["none"]),
    ]

    assert exposed(told)["2020 new clients, form sexual exploitation, subform none"].high == 1
