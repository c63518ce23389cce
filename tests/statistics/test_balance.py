"""The balance of clients: stock, entries and exits."""

from dataclasses import replace

from made_up.caseload import caseload
from suoja.core.calendar import Period
from suoja.statistics.balance import balances, moved_in_all, over_time
from suoja.statistics.contents import specs_of
from suoja.statistics.counting import count
from suoja.statistics.groups import Group, group
from suoja.statistics.scheme import scheme_of
from suoja.statistics.tables import build, build_proven, by_id, told

POSITIVE = "positive"
LAST_YEAR, YEAR = Period.parse("2019"), Period.parse("2020")


FACTS = caseload(people=300, seed=1)
LEFT = Group("exits", "2020", frozenset())


def values(*periods):
    """Return what the reports on these periods count."""
    numbers = [each for period in periods for each in count(specs_of(period), FACTS, period)]
    return {group(each, at): value for each in numbers for at, value in each.values.items()}


def of_nationality(balances_, code):
    trait = ("nationality", code)
    return [each for each in balances_ if any(trait in whom.traits for whom in each.moved)]


def test_clients_at_the_end_balance() -> None:
    counted = values(LAST_YEAR, YEAR)
    found = [each for each in balances(counted, FACTS) if not each.window.new.traits]
    every = {**counted, **{whom: n for each in found for whom, n in each.moved.items()}}
    balance = found[-1]

    assert balance.window.new.when == "2020-12..2020-12"
    assert sum(weight * every[whom] for whom, weight in balance.fact.weights) == 0
    assert {each.population for each in dict(balance.fact.weights)} == {
        "stock",
        "exits",
        "new_clients",
        "decisions",
    }


def test_the_series_tell_who_left_in_each_earlier_year() -> None:
    moved = {whom for each in balances(values(YEAR), FACTS) for whom in each.moved}

    assert {*map(str, range(2010, 2020)), "2020-01..2020-01", "2020-12..2020-12"} <= {
        whom.when for whom in moved if whom.population == "exits"
    }


def left_in(counted):
    """Return how those who left in 2020 are parted in windows."""
    found = list(balances(counted, FACTS))
    every = {**{whom: n for each in found for whom, n in each.moved.items()}, **counted}
    return {each.total: each for each in over_time(every, found)}[LEFT]


def is_client(spell):
    return spell.category != "dependent_child"


def test_who_left_in_a_year_left_in_one_of_its_months() -> None:
    parted = left_in(values(LAST_YEAR, YEAR))

    assert [part.when[:7] for part in parted.listed] == [f"2020-{n:02}" for n in range(1, 13)]
    assert (parted.rest, parted.value) == (None, 0)


def test_where_no_stock_is_told_before_it_some_left_in_no_window() -> None:
    counted = {whom: n for whom, n in values(YEAR).items() if whom.when != "201912"}
    parted = left_in(counted)

    assert parted.listed[0].when == "2020-02..2020-02"
    assert parted.rest is not None
    assert parted.value == sum(each.ended == 202001 for each in FACTS.spells if is_client(each))


def test_two_stocks_tell_who_left_of_each_nationality() -> None:
    counted = values(LAST_YEAR, YEAR)
    (balance,) = of_nationality(balances(counted, FACTS), "AL")
    every = {**counted, **balance.moved}
    (left,) = (each for each in balance.moved if each.population == "exits")

    assert sum(weight * every[whom] for whom, weight in balance.fact.weights) == 0
    assert left not in counted
    assert balance.moved[left] == sum(
        each.nationality == "AL" and each.category == "victim" and each.ended in YEAR
        for each in FACTS.spells
    )


def test_what_changes_while_somebody_is_a_client_does_not_balance() -> None:
    found = balances(values(LAST_YEAR, YEAR), FACTS)
    codes = {code for each in found for whom in each.moved for code, _ in whom.traits}

    assert codes == {"sex", "nationality", "age_at_admission", "decision"}


def test_numbers_of_different_days_that_do_not_balance_are_no_fact() -> None:
    counted = values(YEAR)
    late = {**counted, Group("stock", "202012", frozenset()): 0}

    assert "2020-12..2020-12" not in {each.window.new.when for each in balances(late, FACTS)}
    assert "2020-12..2020-12" in {each.window.new.when for each in balances(counted, FACTS)}


def test_those_who_left_of_every_nationality_are_all_who_left() -> None:
    counted = values(LAST_YEAR, YEAR)
    moved = {whom: n for each in balances(counted, FACTS) for whom, n in each.moved.items()}
    totals = {each.total: each for each in moved_in_all({**counted, **moved})}

    assert len(totals[LEFT].parts) > 1


def test_few_who_left_of_a_nationality_do_not_follow_from_two_stocks() -> None:
    first = [told(table) for table in build(FACTS, LAST_YEAR)]
    built = build_proven(FACTS, YEAR, earlier=first)
    few = [name for name in _proven_small(built, first) if name.population == "exits"]

    assert built.protection.proof.holds
    assert any(dict(name.traits).get("nationality") for name in few)


def _proven_small(built, earlier):
    """Return the small groups that had to be proven."""
    scheme = scheme_of(count(specs_of(YEAR), FACTS, YEAR), earlier, FACTS)
    guarded = [table for table in scheme.tables if table.guarded]
    return [
        table.name(at)
        for table in guarded
        for at, value in table.values.items()
        if 0 < value < 5 and isinstance(table.name(at), Group)
    ]


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
