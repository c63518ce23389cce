"""A question for a number: its answer, its letter and its entry in the ledger."""

import io
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest
from django.db import IntegrityError, transaction

import releases
from cases import make_client, make_person
from suoja.accounts.models import Staff
from suoja.core.calendar import Period
from suoja.core.errors import Refused
from suoja.core.models import AuditEntry
from suoja.publication import actions
from suoja.publication.choices import Telling
from suoja.publication.models import Answer, LedgerEntry
from suoja.publication.rendering.letter import letter_file
from suoja.statistics.asking import Question
from suoja.statistics.choices import Answering
from suoja.vocabulary.choices import Sex

AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
ADDRESS = "the address of the statistics"
EVERYBODY = Question("new_clients", Period.parse("2020"))
WOMEN = Question("new_clients", Period.parse("2020"), {"sex": Sex.WOMAN_GIRL.value})
MEN = Question("new_clients", Period.parse("2020"), {"sex": Sex.MAN_BOY.value})


def clients(women: int, men: int = 0) -> None:
    for sex, number in ((Sex.WOMAN_GIRL, women), (Sex.MAN_BOY, men)):
        for _ in range(number):
            make_client(make_person(sex=sex))


def ask(question: Question, by: Staff, at: datetime = AT) -> Answer:
    return actions.answer_question(question, "A daily", purpose="An article", by=by, at=at)


def letter(answer: Answer, language: str = "en", kind: str = "text") -> bytes:
    return letter_file(answer, answer.report(AT), language, kind, ADDRESS).content


def test_a_question_is_answered_and_entered_in_the_ledger(taavi: Staff) -> None:
    clients(women=7)
    answer = ask(WOMEN, taavi)

    assert (answer.outcome, answer.value, answer.number) == (Answering.ANSWERED, 7, 1)
    assert (answer.entry.kind, answer.entry.recipient) == (Telling.ANSWER, "A daily")
    (stated,) = answer.entry.statements
    assert stated["traits"] == [["sex", "woman_girl"]]


def test_a_refusal_gets_an_entry_too_and_tells_nothing(taavi: Staff) -> None:
    clients(women=3)
    answer = ask(WOMEN, taavi)

    assert (answer.outcome, answer.value) == (Answering.REFUSED, None)
    assert answer.entry.statements == []
    assert answer.entry.told == ()


def test_a_coarser_number_says_what_it_answers(taavi: Staff) -> None:
    clients(women=7, men=3)
    answer = ask(MEN, taavi)

    assert (answer.outcome, answer.value) == (Answering.COARSER, 10)
    assert (answer.asked, answer.replied) == (MEN, EVERYBODY)


def test_the_same_question_gets_the_same_answer_whatever_was_recorded_since(taavi: Staff) -> None:
    clients(women=7)
    first = ask(WOMEN, taavi)
    clients(women=2)

    assert ask(WOMEN, taavi).value == first.value == 7


def test_a_refused_question_stays_refused(taavi: Staff) -> None:
    clients(women=3)
    ask(WOMEN, taavi)
    clients(women=6)
    again = ask(WOMEN, taavi)

    assert (again.outcome, again.number) == (Answering.REFUSED, 2)
    assert LedgerEntry.objects.last_number() == 2


def test_what_a_report_tells_is_told_to_who_asks(taavi: Staff, daniel: Staff) -> None:
    clients(women=7)
    draft = releases.counted("2020", by=taavi, at=AT)
    releases.published(draft, by=daniel, at=AT)
    clients(women=1)
    answer = ask(EVERYBODY, taavi)

    assert answer.value == 7
    assert answer.report(AT) == draft
    assert "Annual report 2020, version 1" in letter(answer).decode()


def test_what_a_report_hides_is_not_told_to_who_asks(taavi: Staff, daniel: Staff) -> None:
    clients(women=7, men=3)
    draft = releases.counted("2020", by=taavi, at=AT)
    releases.published(draft, by=daniel, at=AT)

    assert ask(MEN, taavi).outcome == Answering.COARSER


def test_while_a_report_is_under_embargo_nobody_is_told_its_numbers(
    taavi: Staff, daniel: Staff
) -> None:
    clients(women=7)
    draft = releases.counted("2020", by=taavi, at=AT)
    later = AT + timedelta(days=3)
    releases.published(draft, embargo_until=later, by=daniel, at=AT)

    with pytest.raises(Refused, match="under embargo"):
        ask(WOMEN, taavi)
    assert ask(WOMEN, taavi, at=later).value == 7


def test_an_answer_that_is_given_makes_a_draft_be_counted_anew(taavi: Staff, daniel: Staff) -> None:
    clients(women=7)
    draft = releases.counted("2020", by=taavi, at=AT)
    releases.checked(draft, by=daniel, at=AT)
    ask(WOMEN, taavi)

    with pytest.raises(Refused, match="count it anew"):
        actions.publish(draft, by=daniel, at=AT)


@pytest.mark.parametrize(
    ("period", "recipient", "reason"),
    [
        ("2026", "A daily", "has not ended"),
        ("2020-Q1", "A daily", "Ask for a year or a half"),
        ("2020", "  ", "Write who asks"),
    ],
)
def test_what_is_not_answered_at_all_is_not_entered(
    taavi: Staff, period: str, recipient: str, reason: str
) -> None:
    question = Question("new_clients", Period.parse(period))
    with pytest.raises(Refused, match=reason):
        actions.answer_question(question, recipient, by=taavi, at=AT)

    assert not LedgerEntry.objects.exists()


def test_every_answer_is_on_record(taavi: Staff) -> None:
    answer = ask(EVERYBODY, taavi)
    entry = AuditEntry.objects.latest("sequence")

    assert (entry.verb, entry.by, entry.subject_id) == (
        "number.answer",
        "taavi",
        str(answer.number),
    )
    assert entry.detail == {"measure": "new_clients", "outcome": "answered"}


def test_an_answer_is_never_changed(taavi: Staff) -> None:
    answer = ask(EVERYBODY, taavi)

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Answer.objects.filter(pk=answer.pk).update(recipient="Another daily")


@pytest.mark.parametrize(
    ("language", "question"),
    [("en", "New clients, 2020; Sex: Woman or girl"), ("fi", ""), ("sv", "")],
)
def test_a_letter_says_number_definition_source_and_how_to_cite(
    taavi: Staff, language: str, question: str
) -> None:
    clients(women=7)
    text = letter(ask(WOMEN, taavi), language).decode()

    assert "\n\n7\n\n" in text
    assert question in text
    assert ADDRESS in text
    assert "A daily" in text


def test_a_letter_of_refusal_says_why_without_the_number(taavi: Staff) -> None:
    clients(women=3)
    text = letter(ask(WOMEN, taavi)).decode()

    assert "persons could be recognised, or a number that is hidden could be worked out" in text
    assert ADDRESS in text
    assert "3" not in text


@pytest.mark.parametrize(
    ("language", "when"), [("en", "on 30 Jun 2020"), ("fi", "30.6.2020"), ("sv", "den 30.6.2020")]
)
def test_who_is_a_client_at_the_end_of_a_period_is_told_with_the_day(
    taavi: Staff, language: str, when: str
) -> None:
    clients(women=7)
    text = letter(ask(Question("stock", Period.parse("2020-H1")), taavi), language).decode()

    assert f", {when}." in text
    assert "1 Jan 2020" not in text
    assert "1.1.2020" not in text


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "the number of all together: New clients, 2020."),
        ("fi", "kaikkien yhteismäärä: Uudet asiakkaat, 2020."),
        ("sv", "antalet för alla tillsammans: Nya klienter, 2020."),
    ],
)
def test_everybody_in_place_of_one_group_is_told_as_everybody(
    taavi: Staff, language: str, says: str
) -> None:
    clients(women=7, men=3)

    assert says in letter(ask(MEN, taavi), language).decode()


def test_a_letter_does_not_send_journalists_to_the_helpline_of_victims(taavi: Staff) -> None:
    text = letter(ask(EVERYBODY, taavi)).decode()

    assert "29 546 3177" not in text
    assert "ihmiskauppa.auttamisjarjestelma@migri.fi" in text


def test_letters_of_refusal_are_the_same_whatever_is_hidden(taavi: Staff) -> None:
    clients(women=3)
    small = letter(ask(WOMEN, taavi))
    none_yet = ask(Question("exits", EVERYBODY.period, {"sex": "woman_girl"}), taavi)

    assert none_yet.outcome == Answering.ANSWERED
    assert letter(ask(WOMEN, taavi)).replace(b"Answer 3", b"Answer 1") == small


def test_the_letter_as_pdf_is_tagged_for_readers_of_the_screen(taavi: Staff) -> None:
    answer = ask(EVERYBODY, taavi)
    with pikepdf.open(io.BytesIO(letter(answer, "sv", "pdf"))) as file:
        assert file.Root.Lang == "sv"
        assert file.Root.MarkInfo.Marked
        assert file.open_metadata()["pdfuaid:part"] == "1"
        assert len(file.pages) == 1
