"""The balance of clients: stock, entries and exits."""

from dataclasses import replace

from made_up.caseload import caseload
from suoja.core.calendar import Period
from suoja.statistics.balance import balances
from suoja.statistics.contents import specs_of
from suoja.statistics.counting import count
from suoja.statistics.groups import Group, group
from suoja.statistics.tables import build, by_id

POSITIVE = "positive"
YEAR = Period.parse("2020")


def values(facts):
    numbers = count(specs_of(YEAR), facts, YEAR)
    return {group(each, at): value for each in numbers for at, value in each.values.items()}


def test_clients_at_the_end_balance() -> None:
    (balance,) = balances(values(caseload(people=300, seed=1)))
    counted = values(caseload(people=300, seed=1))

    assert sum(weight * counted[whom] for whom, weight in balance.weights) == 0
    assert Group("exits", "2020", frozenset()) in dict(balance.weights)


def with_two_who_came_back(facts):
    first = [each for each in facts.spells if each.spell_number == 1]
    began = {each.person for each in first if each.started in YEAR}
    decided = [each for each in facts.referrals if each.decided in YEAR]
    admitted = {each.person for each in decided if each.outcome == POSITIVE}
    again = sorted(admitted & began)[:2]
    return replace(
        facts,
        referrals=[replace(e, readmission=e.person in again) for e in facts.referrals],
        spells=[replace(e, spell_number=2) if e.person in again else e for e in first],
    )


def test_who_came_back_does_not_follow_from_the_balance() -> None:
    facts = with_two_who_came_back(caseload(people=600, seed=1))
    tables = by_id(build(facts, YEAR))
    came_back = tables["decisions_on_entry_and_removal"].cell(decision="readmitted")
    told = [
        tables["stock_by_sex"].cell(),
        tables["exits_by_ground"].cell(),
        tables["new_clients_by_sex"].cell(),
        tables["series_stock"].cell(year="2019"),
    ]

    assert came_back.value == 2
    assert any(cell.hidden for cell in told)
