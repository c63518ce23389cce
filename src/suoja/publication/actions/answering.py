"""Answering a question for a number."""

from datetime import datetime

from django.utils.translation import gettext as _

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core import audit
from suoja.core.calendar import helsinki_date
from suoja.core.errors import Refused, refuse
from suoja.core.numbers import take_number
from suoja.core.turns import in_turn
from suoja.publication import rules
from suoja.publication.actions.telling import enter_answer
from suoja.publication.choices import Policy
from suoja.publication.models import Answer, LedgerEntry, Release
from suoja.statistics import asking
from suoja.statistics.asking import Answered, Question
from suoja.statistics.choices import Answering
from suoja.statistics.collect import collect

MOST_ATTEMPTS = 3


def answer_question(
    question: Question, recipient: str, *, purpose: str = "", by: Staff, at: datetime
) -> Answer:
    """Answer, answer coarser, or refuse a question; whichever it is, the ledger gets an entry."""
    require(by, Permission.NUMBER_ASK)
    embargoed = (each.months for each in Release.objects.under_embargo(at))
    reason = rules.why_not_ask(
        question.period,
        recipient,
        today=helsinki_date(at),
        under_embargo=any(each.meets(question.period) for each in embargoed),
    )
    refuse(reason)
    question = Question.of(question.measure, question.period, question.filters)
    for _attempt in range(MOST_ATTEMPTS):
        last = LedgerEntry.objects.last_number()
        # Counting takes seconds, in which nobody is to wait; if others tell meanwhile, count again.
        answered = _answered(question, last, at)
        with in_turn():
            if LedgerEntry.objects.last_number() == last:
                reply = Answer(question=question.to_json(), recipient=recipient.strip())
                reply.purpose = purpose.strip()
                return _stored(reply, answered, by, at)
    raise Refused(_("Other numbers were told meanwhile. Ask again in a moment."))


def _answered(question: Question, last: int, at: datetime) -> Answered:
    earlier = LedgerEntry.objects.up_to(last).everything()
    told = asking.told_before(question, earlier)
    if told is not None:
        return Answered(Answering.ANSWERED, told)
    # Whoever asks again learns nothing from what has been recorded or told since.
    before = Answer.objects.given_to(question)
    if before is not None:
        return before
    return asking.answer(question, collect(), Policy.STRICT, earlier, today=helsinki_date(at))


def _stored(reply: Answer, answered: Answered, by: Staff, at: datetime) -> Answer:
    told = [answered.told] if answered.told else []
    reply.entry = enter_answer(told, recipient=reply.recipient, policy=Policy.STRICT, by=by, at=at)
    reply.instead = answered.instead.to_json() if answered.instead else None
    reply.outcome = answered.outcome
    reply.number, reply.asked_at, reply.asked_by = take_number("answer"), at, by
    reply.save()
    audit.record(
        by=by.username,
        at=at,
        verb="number.answer",
        subject="answer",
        subject_id=reply.number,
        detail={"outcome": reply.outcome, "measure": reply.asked.measure},
    )
    return reply
