"""A question for a number is answered, answered coarser, or refused."""

from dataclasses import replace
from datetime import date

import pytest

from made_up.caseload import VICTIM, caseload
from suoja.core.calendar import Period
from suoja.core.errors import Refused
from suoja.statistics.asking import Question, answer, coarser, told_before
from suoja.statistics.choices import TOTAL, Answering, Status
from suoja.statistics.counting import count
from suoja.statistics.facts import Facts
from suoja.statistics.ledger import from_json, to_json
from suoja.statistics.protection import protection_of
from suoja.statistics.questions import spec_for
from suoja.statistics.scheme import scheme_of
from suoja.statistics.tables import build, told

YEAR = Period.parse("2020")
TODAY = date(2021, 5, 1)


def question(measure="new_clients", period="2020", **filters):
    return Question.of(measure, Period.parse(period), filters)


def asked(asking, facts, earlier=()):
    return answer(asking, facts, "strict", earlier, today=TODAY)


def number(found):
    told_now = getattr(found, "told", found)
    ((at, value),) = ((at, told_now.numbers.values[at]) for at in told_now.cells)
    return at, value


def women_of(*sizes, nationality="NG"):
    """Return so many women, men and others who are new clients of 2020."""
    sexes = zip(("woman_girl", "man_boy", "other"), sizes, strict=False)
    people = [
        replace(VICTIM, sex=sex, nationality=nationality) for sex, n in sexes for _ in range(n)
    ]
    return Facts(spells=[replace(each, person=number) for number, each in enumerate(people)])


def test_a_large_number_is_told() -> None:
    found = asked(question(sex="woman_girl"), women_of(20, 30))

    assert found.outcome == Answering.ANSWERED
    assert number(found) == (("woman_girl",), 20)


def test_only_the_number_that_was_asked_for_is_told() -> None:
    found = asked(question(sex="woman_girl", form="forced_labour"), caseload(1, 1260))

    assert found.told.cells == {("woman_girl", "forced_labour")}


def test_a_small_number_is_answered_by_the_total() -> None:
    found = asked(question(sex="man_boy"), women_of(20, 3))

    assert found.outcome == Answering.COARSER
    assert found.instead == question()
    assert number(found) == ((), 23)


def test_a_large_number_beside_a_small_one_is_refused_like_the_small_one() -> None:
    facts = women_of(20, 3)
    small, large = (asked(question(sex=sex), facts) for sex in ("man_boy", "woman_girl"))

    assert small == large


def test_where_everybody_is_few_nothing_is_told() -> None:
    found = asked(question(sex="man_boy"), women_of(0, 3))

    assert (found.outcome, found.told) == (Answering.REFUSED, None)


def test_what_is_refused_does_not_depend_on_how_small_it_is() -> None:
    outcomes = [asked(question(sex="man_boy"), women_of(20 - n, n)) for n in (1, 2, 3, 4)]

    assert len({(each.outcome, number(each)) for each in outcomes}) == 1


def test_of_a_nationality_none_and_few_look_alike() -> None:
    others = [*women_of(20, 10, nationality="IQ").spells]
    few = [replace(VICTIM, person=5_000 + n, nationality="AE") for n in range(2)]
    found = [
        asked(question(nationality="AE"), Facts(spells=spells)) for spells in (others, others + few)
    ]

    assert {each.outcome for each in found} == {Answering.COARSER}
    assert {each.instead.filters["region"] for each in found} == {"north_africa_and_middle_east"}


def replace_spells(facts, spells):
    return Facts(facts.referrals, spells, facts.periods, facts.identifications)


def test_coarser_questions_are_tried_in_an_order_that_looks_at_no_number() -> None:
    tried = coarser(question(period="2020-H1", sex="woman_girl", nationality="AE"), TODAY)

    assert [(str(each.period), [*each.filters]) for each in tried] == [
        ("2020-H1", ["sex", "region"]),
        ("2020", ["sex", "nationality"]),
        ("2020-H1", ["sex"]),
        ("2020-H1", []),
    ]


def test_a_year_that_has_not_ended_is_not_tried() -> None:
    tried = coarser(question(period="2020-H1", sex="woman_girl"), date(2020, 9, 1))

    assert [str(each.period) for each in tried] == ["2020-H1"]


def test_the_order_of_the_filters_does_not_matter() -> None:
    one, other = question(sex="other", form="other"), question(form="other", sex="other")

    assert one.spec.id == other.spec.id
    assert one.at == other.at


def test_what_cannot_be_asked_is_refused_with_a_reason() -> None:
    with pytest.raises(Refused, match="not counted by form"):
        question("referrals", form="other")


def test_a_question_too_large_to_count_is_not_counted() -> None:
    filters = {"nationality": "NG", "residence_status": "asylum_seeker", "referrer": "police"}

    assert asked(question(**filters), caseload(1, 300)).outcome != Answering.ANSWERED


def one_by_one(measure, codes, facts):
    """Return what is told to somebody who asks for every cell of a table, one after the other."""
    spec = spec_for(measure, codes)
    (numbers,) = count([spec], facts, YEAR)
    earlier, known = [], {}
    for at in numbers.values:
        chosen = {code: each for code, each in zip(codes, at, strict=True) if each != TOTAL}
        found = asked(question(measure, **chosen), facts, earlier)
        if found.outcome == Answering.ANSWERED:
            known[at] = number(found)[1]
            earlier.append(found.told)
    return known, numbers, earlier


@pytest.mark.parametrize("seed", range(3))
def test_asking_for_every_cell_gives_no_more_than_the_table_published(seed) -> None:
    facts = caseload(seed, 120, since=2019)
    known, numbers, _ = one_by_one("new_clients", ["sex", "form"], facts)
    found = protection_of([numbers], scheme_of([numbers], [], facts), "strict")
    statuses = found.statuses[numbers.spec.id]

    assert not [value for value in known.values() if 0 < value < 5]
    assert set(known) <= {at for at, each in statuses.items() if each == Status.PUBLISHED}


@pytest.mark.parametrize("seed", range(3))
def test_all_answers_together_are_proven_to_expose_nobody(seed) -> None:
    facts = caseload(seed, 120, since=2019)
    earlier = []
    for codes in (["sex"], ["form"], ["sex", "place"]):
        earlier += one_by_one("new_clients", codes, facts)[2]
    (numbers,) = count([spec_for("new_clients")], facts, YEAR)
    found = protection_of([numbers], scheme_of([numbers], earlier, facts), "strict")

    assert found.proof.holds
    assert not found.given_away


def halves(first, second):
    """Return so many women of the first half of 2020, so many of the second, and many men."""
    months = [(202002, "woman_girl")] * first + [(202009, "woman_girl")] * second
    months += [(month, "man_boy") for month in (202002, 202009) for _ in range(20)]
    people = (replace(VICTIM, started=month, sex=sex) for month, sex in months)
    return Facts(spells=[replace(each, person=n) for n, each in enumerate(people)])


@pytest.mark.parametrize("order", [("2020-H1", "2020"), ("2020", "2020-H1")])
def test_a_half_year_and_the_year_do_not_tell_the_other_half(order) -> None:
    facts, earlier = halves(20, 3), []
    outcomes = []
    for period in order:
        found = asked(question(period=period, sex="woman_girl"), facts, earlier)
        outcomes.append(found.outcome)
        earlier += [found.told] if found.told else []

    assert outcomes[0] == Answering.ANSWERED
    assert outcomes[1] != Answering.ANSWERED


def test_two_large_halves_and_their_year_are_all_told() -> None:
    facts, earlier = halves(20, 30), []
    for period in ("2020-H1", "2020-H2", "2020"):
        found = asked(question(period=period, sex="woman_girl"), facts, earlier)
        earlier.append(found.told)
        assert found.outcome == Answering.ANSWERED


def test_of_two_numbers_that_differ_by_few_only_one_is_told() -> None:
    facts = women_of(20, 30)
    few = [replace(VICTIM, person=100 + n, place="abroad") for n in range(3)]
    facts = replace_spells(facts, [*facts.spells, *few])
    everybody = asked(question(), facts)
    in_finland = asked(question("exploited_in_finland"), facts, [everybody.told])

    assert number(everybody)[1] == 53
    assert in_finland.outcome == Answering.REFUSED


def test_what_a_report_has_told_is_told_again_in_the_same_way() -> None:
    facts = caseload(1, 1260)
    earlier = [told(table) for table in build(facts, YEAR)]
    found = told_before(question(), earlier)

    assert number(found)[1] == number(asked(question(), facts))[1]


def test_what_a_report_hides_is_not_told_after_it() -> None:
    facts = women_of(20, 3)
    tables = build(facts, YEAR)
    found = asked(question(sex="man_boy"), facts, [told(table) for table in tables])

    assert found.outcome != Answering.ANSWERED


def test_an_answer_can_be_read_from_the_ledger_again() -> None:
    found = asked(question(category="victim"), women_of(20, 30))
    (stored,) = from_json(to_json([found.told]))

    assert stored.numbers.spec.measure.id == "new_clients"
    assert stored.cells == {("victim",)}
    assert stored.numbers.values == found.told.numbers.values


def test_a_question_is_kept_and_read_again() -> None:
    kept = question(period="2020-H2", sex="other", nationality="NG")

    assert Question.from_json(kept.to_json()) == kept
