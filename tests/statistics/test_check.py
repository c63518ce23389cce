"""The check compares each printed figure in the way in which it was printed."""

from collections import Counter
from dataclasses import replace

import pytest

from made_up.caseload import CHILD, REFERRAL, VICTIM, WITNESS, caseload
from suoja.core.calendar import Period
from suoja.core.errors import Refused
from suoja.statistics.check import REPORTS, Verdict, check
from suoja.statistics.check.compare import agrees
from suoja.statistics.check.figures import figures
from suoja.statistics.check.scope import why_not_compared
from suoja.statistics.check.search import found_in
from suoja.statistics.facts import Facts
from suoja.statistics.tables import count

YEAR = Period.parse("2020")


def figure(population, *traits, source="000"):
    """Return the figure that a document prints for these words."""
    return next(
        each
        for each in figures()
        if each.source == source and each.population == population and each.traits == traits
    )


def compared(facts, population, *traits, period=YEAR):
    wanted = figure(population, *traits, source=REPORTS[str(period)])
    return next(each for each in check(facts, period) if each.figure == wanted)


def people(number, template=VICTIM):
    return tuple(replace(template, person=person) for person in range(number))


@pytest.mark.parametrize("report", REPORTS)
def test_every_figure_in_scope_is_looked_up(report) -> None:
    found = check(caseload(1, 50), Period.parse(report))

    assert all(each.found is not None for each in found if each.verdict != Verdict.OUT_OF_SCOPE)


def test_a_period_without_a_printed_report_is_refused() -> None:
    with pytest.raises(Refused, match="2019"):
        check(Facts(), Period.parse("2019"))


def test_a_number_that_is_right_is_equal() -> None:
    facts = Facts(spells=people(247))

    assert compared(facts, "new_clients").verdict == Verdict.EQUAL


def test_a_number_that_is_wrong_is_different() -> None:
    found = compared(Facts(spells=people(246)), "new_clients")

    assert found.verdict == Verdict.DIFFERENT
    assert str(found) == "different: 2020 new_clients, printed 247, produced 246"


def test_394_referrals_of_393_people_are_explained() -> None:
    facts = Facts(referrals=(REFERRAL,) * 394)
    verdicts = Counter(
        (each.verdict, each.item)
        for each in check(facts, YEAR)
        if (each.figure.period, each.figure.population, each.found) == (YEAR, "referrals", 394)
    )

    assert verdicts == {(Verdict.EQUAL, None): 1, (Verdict.EXPLAINED, 2): 1}


def test_an_explained_number_must_still_be_the_one_that_explains() -> None:
    facts = Facts(referrals=(REFERRAL,) * 390)
    verdicts = {
        each.verdict
        for each in check(facts, YEAR)
        if (each.figure.period, each.figure.population, each.found) == (YEAR, "referrals", 390)
    }

    assert verdicts == {Verdict.DIFFERENT}


def test_other_forms_of_2014_hold_forced_marriage() -> None:
    married = people(7, replace(VICTIM, form="forced_marriage", started=201405))
    other = ("form_of_exploitation", "other")
    found = compared(Facts(spells=married), "new_clients", other, period=Period.parse("2014"))

    assert found.found == 7


def test_the_fifty_nationalities_of_2020_include_one_stateless() -> None:
    spells = (VICTIM, replace(VICTIM, person=2, nationality="stateless"))
    number = ("nationality", "number_of_nationalities")

    assert compared(Facts(spells=spells), "new_clients", number).found == 2
    assert compared(Facts(spells=spells), "all_clients_stock", number).found == 1


def test_the_children_of_the_undocumented_are_those_in_finland() -> None:
    guardian = replace(VICTIM, residence_status="undocumented")
    abroad = replace(guardian, person=2, place="abroad")
    children = [replace(CHILD, person=9, guardian=1), replace(CHILD, person=8, guardian=2)]
    of = (("client_category", "dependent_child"), ("guardian_residence_status", "undocumented"))

    assert compared(Facts(spells=(guardian, abroad, *children)), "children", *of).found == 1


def test_clients_of_the_headline_are_victims_and_witnesses() -> None:
    facts = Facts(spells=(VICTIM, replace(WITNESS, person=2), replace(CHILD, person=3)))
    potential = ("client_category", "potential_victim")

    assert compared(facts, "all_clients_stock", potential).found == 2
    assert compared(facts, "persons_in_scope_stock").found == 3


@pytest.mark.parametrize(
    ("kind", "printed", "flags", "right", "wrong"),
    [
        ("count", "1800", {"approximate"}, 1750, 1850),
        ("count", "60", {"approximate"}, 64, 65),
        ("fewer_than_5", "<5", (), 4, 5),
        ("lower_bound", "1250", (), 1257, 1249),
        ("upper_bound", "10", {"strict"}, 9, 10),
        ("upper_bound", "1000", (), 1000, 1001),
    ],
)
def test_a_number_agrees_in_the_way_it_was_printed(kind, printed, flags, right, wrong) -> None:
    like = replace(figures()[0], kind=kind, printed=printed, flags=frozenset(flags))

    assert agrees(like, right)
    assert not agrees(like, wrong)


def test_a_figure_that_no_table_tells_is_different() -> None:
    odd = replace(figure("new_clients"), traits=(("shoe_size", "43"),))

    assert found_in(count(Facts(), YEAR), odd) is None


def test_every_reason_to_leave_a_figure_out_is_a_rule() -> None:
    reasons = {(why_not_compared(each) or "compared").partition(":")[0] for each in figures()}

    assert reasons == {
        "compared",
        "not about clients or referrals",
        "not a count of persons or cases",
        "the document tells no period",
        "the facts do not hold",
    }
