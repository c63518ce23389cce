"""The pages on which a number is asked for, and the ledger."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import releases
from cases import make_client
from cast import client_of
from suoja.accounts.models import Staff
from suoja.core.calendar import Period
from suoja.publication import actions
from suoja.publication.models import Answer
from suoja.statistics.asking import Question

AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
ASK = "/staff/reports/ask/"
OF_2020 = f"{ASK}?measure=new_clients&period=2020"
EVERYBODY = Question("new_clients", Period.parse("2020"))


@pytest.fixture
def told(taavi: Staff) -> Answer:
    for _ in range(6):
        make_client()
    return actions.answer_question(EVERYBODY, "A daily", by=taavi, at=AT)


def shown(staff: Staff, path: str) -> str:
    return client_of(staff).get(path).content.decode()


def sent(staff: Staff, **typed: str) -> str:
    return client_of(staff).post(OF_2020, typed, follow=True).content.decode()


def test_the_first_step_offers_what_can_be_asked(taavi: Staff, clock: object) -> None:
    html = shown(taavi, ASK)

    assert "New clients exploited in Finland" in html
    assert '<option value="2025-H2">' in html
    assert '<option value="2026' not in html


def test_who_asks_is_told_what_a_refusal_does_tell(taavi: Staff, clock: object) -> None:
    html = shown(taavi, ASK)

    assert "the table with this number could not be published" in html
    assert "says nothing" not in html


def test_a_measure_that_is_none_is_an_error_beside_the_field(taavi: Staff) -> None:
    html = shown(taavi, f"{ASK}?measure=shoe_size&period=2020")

    assert "There is something to put right" in html


def test_the_second_step_offers_the_groups_of_the_measure(taavi: Staff) -> None:
    html = shown(taavi, OF_2020)

    assert 'name="by_sex"' in html
    assert 'name="by_nationality"' in html
    assert "the region in place of the nationality" in html


def test_a_question_leads_to_its_answer(told: Answer, taavi: Staff) -> None:
    html = sent(taavi, recipient="A weekly", by_sex="woman_girl")

    assert "Answer 2" in html
    assert "A weekly" in html
    assert reverse("publication:letter", args=[2, "sv", "pdf"]) in html


def test_a_refusal_says_why_and_shows_no_number(taavi: Staff) -> None:
    make_client()
    html = sent(taavi, recipient="A weekly", by_sex="woman_girl")

    assert "Number not given" in html
    assert "persons could be recognised" in html
    assert "figure-value" not in html


def test_what_was_typed_is_kept_when_something_is_missing(taavi: Staff) -> None:
    html = sent(taavi, by_sex="woman_girl", purpose="An article")

    assert "There is something to put right" in html
    assert '<option value="woman_girl" selected>' in html
    assert "An article" in html
    assert not Answer.objects.exists()


def test_four_groups_are_too_many(taavi: Staff) -> None:
    groups = {"by_sex": "woman_girl", "by_form": "other", "by_place": "abroad", "by_region": "asia"}

    assert "Choose at most 3 groups" in sent(taavi, recipient="A weekly", **groups)


def test_a_rule_that_refuses_is_shown_with_what_was_typed(taavi: Staff, daniel: Staff) -> None:
    draft = releases.counted("2020", by=taavi, at=AT)
    until = datetime(2100, 1, 1, tzinfo=UTC)
    releases.published(draft, embargo_until=until, by=daniel, at=AT)
    html = sent(taavi, recipient="A weekly")

    assert "under embargo" in html
    assert 'value="A weekly"' in html


@pytest.mark.parametrize("kind", ["pdf", "text"])
def test_a_letter_can_be_had_in_each_language(told: Answer, taavi: Staff, kind: str) -> None:
    for language in ("en", "fi", "sv"):
        path = reverse("publication:letter", args=[told.number, language, kind])
        answer = client_of(taavi).get(path)

        assert answer.status_code == 200
        assert f"suoja-answer-1-{language}" in answer["Content-Disposition"]


def test_a_letter_names_the_public_statistics_in_its_language(told: Answer, taavi: Staff) -> None:
    text = shown(taavi, reverse("publication:letter", args=[told.number, "fi", "text"]))

    assert "http://testserver/fi/statistics/" in text


@pytest.mark.parametrize("path", ["answers/99/", "answers/1/de/pdf/", "answers/1/en/px/"])
def test_what_there_is_not_is_not_found(told: Answer, taavi: Staff, path: str) -> None:
    assert client_of(taavi).get(f"/staff/reports/{path}").status_code == 404


def test_the_answers_are_listed_with_their_outcome(told: Answer, taavi: Staff) -> None:
    html = shown(taavi, reverse("publication:answers"))

    assert "New clients, 2020" in html
    assert "A daily" in html


@pytest.mark.parametrize("name", ["answers", "ledger"])
def test_an_empty_list_says_what_it_is_for(taavi: Staff, name: str) -> None:
    assert "empty-title" in shown(taavi, reverse(f"publication:{name}"))


def test_the_ledger_shows_who_was_told_how_many_numbers(told: Answer, tyyne: Staff) -> None:
    html = shown(tyyne, reverse("publication:ledger"))

    assert "A daily" in html
    assert "Taavi Statistician" in html
    assert reverse("publication:answer", args=[told.number]) not in html


def test_the_ledger_shows_releases(taavi: Staff, daniel: Staff, tyyne: Staff) -> None:
    draft = releases.counted("2020", by=taavi, at=AT)
    releases.published(draft, by=daniel, at=AT)
    link = reverse("publication:page", args=[draft.number])

    assert link in shown(taavi, reverse("publication:ledger"))
    assert link not in shown(tyyne, reverse("publication:ledger"))
    assert "Everybody" in shown(tyyne, reverse("publication:ledger"))


@pytest.mark.parametrize("name", ["answers", "ledger"])
def test_a_list_asks_as_often_for_one_row_as_for_many(
    told: Answer, taavi: Staff, name: str
) -> None:
    client, counts = client_of(taavi), []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(f"publication:{name}"))
        counts.append(len(queries))
        for _ in range(3):
            actions.answer_question(EVERYBODY, "A weekly", by=taavi, at=AT)

    assert counts[0] == counts[1] <= 8
