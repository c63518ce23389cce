"""Suoja's own reports on 2014, 2018-H1, 2018 and 2020, attacked together."""

import pytest

from made_up.caseload import caseload
from suoja.core.calendar import Period
from suoja.example.load import load
from suoja.statistics.collect import collect
from suoja.statistics.exposure import audit, told_numbers
from suoja.statistics.tables import build, build_proven, by_id, told

FORMS = "new_clients_by_form_and_sex"
REPORTS = tuple(map(Period.parse, ("2014", "2018-H1", "2018", "2020")))


def through_the_ledger(facts):
    entries = []
    for period in REPORTS:
        earlier = [each for entry in entries for each in entry]
        tables = build_proven(facts, period, earlier=earlier).tables
        entries.append([told(table) for table in tables])
    return entries


@pytest.mark.thorough
@pytest.mark.django_db
def test_our_own_reports_checked_together_give_nothing_away() -> None:
    load()
    facts = collect()
    found = audit(told_numbers(through_the_ledger(facts), facts))

    assert found.asked > 7_000
    assert (found.exposed, found.undecided) == ((), ())


def test_reports_each_protected_for_itself_give_something_away() -> None:
    facts = caseload(seed=1, people=1200)
    alone = [[told(by_id(build(facts, period))[FORMS])] for period in REPORTS[1:3]]

    assert any(not each.printed for each in audit(told_numbers(alone, facts)).exposed)
