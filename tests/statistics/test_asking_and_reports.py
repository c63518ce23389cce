"""Questions that were answered do not keep a report from being proven."""

from dataclasses import replace
from datetime import date

from made_up.caseload import VICTIM, caseload
from suoja.core.calendar import Period
from suoja.statistics.asking import Question, answer
from suoja.statistics.choices import Answering
from suoja.statistics.facts import Facts
from suoja.statistics.tables import build_proven

YEAR = Period.parse("2020")


def question(**filters):
    return Question.of("new_clients", YEAR, filters)


def asked(asking, facts, earlier=()):
    return answer(asking, facts, "strict", earlier, today=date(2021, 5, 1))


def test_a_question_that_leaves_no_room_for_the_reports_is_answered_coarser() -> None:
    by = {"nationality": "NG", "residence_status": "asylum_seeker", "sex": "woman_girl"}
    spells = [replace(VICTIM, person=number) for number in range(20)]
    found = asked(question(**by), Facts(spells=spells))

    assert found.outcome == Answering.COARSER
    assert "nationality" not in found.instead.filters


def test_after_questions_were_answered_the_report_can_still_be_made() -> None:
    facts, told_before_ = caseload(1, 900), []
    for by in ({"sex": "woman_girl", "referrer": "police"}, {"region": "asia", "form": "other"}):
        found = asked(question(**by), facts, told_before_)
        told_before_ += [found.told] if found.told else []
    built = build_proven(facts, YEAR, earlier=told_before_)

    assert told_before_
    assert built.protection.proof.holds
