"""Each number in a sentence is a published one, whatever is hidden."""

import random
import re
from dataclasses import replace

import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_up.caseload import caseload, caseloads
from publication.prints import YEAR, disguised
from suoja.publication.rendering.grid import words
from suoja.publication.rendering.sentences import Sentence, comparison, sentences
from suoja.publication.rendering.sentences.sentence import share_of
from suoja.statistics.choices import Status
from suoja.statistics.tables import Cell, Table, count

LANGUAGES = ("en", "fi", "sv")


def all_of(tables):
    found = [each for one in tables for each in sentences(one, tables, first=True)]
    return [*found, *comparison(tables)]


# Every number in the text is one of its cells, a share of two, or part of a name.


def unexplained(sentence):
    """Return the numbers of the text, in the language that is active, that come from nowhere."""
    text = sentence.text
    for name in sorted(sentence.names, key=len, reverse=True):
        text = text.replace(name, "")
    values = sorted({cell.value for cell in sentence.cells}, reverse=True)
    shares = {share_of(part, total) for part in sentence.cells for total in sentence.cells}
    known = [words(value) for value in values] + [str(share) for share in shares if share]
    found = re.findall(r"\d[\d\xa0,]*\d|\d", text)
    return [number for number in found if number not in known]


def test_a_number_from_nowhere_is_found() -> None:
    assert unexplained(Sentence("In 2020 there were 12 of 40.", (Cell({}, 40),), ("2020",))) == [
        "12"
    ]


def some_hidden(facts, seed):
    """Return all tables with the small cells and about a third of the others hidden."""
    chance = random.Random(seed)  # noqa: S311  (which cells are hidden, no secret)
    return tuple(
        replace(each, cells=tuple(_perhaps_hidden(cell, chance) for cell in each.cells))
        for each in count(facts, YEAR)
    )


def _perhaps_hidden(cell, chance):
    is_hidden = cell.value in range(1, 5) or chance.random() < 0.3
    return replace(cell, status=Status.PRIMARY) if is_hidden else cell


TABLES = st.builds(some_hidden, caseloads(120), st.integers(0, 10_000))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(tables=TABLES, language=st.sampled_from(LANGUAGES))
def test_every_number_of_a_sentence_comes_from_its_cells(tables, language) -> None:
    with override(language):
        for each in all_of(tables):
            assert all(cell.value is not None and not cell.hidden for cell in each.cells)
            assert unexplained(each) == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(tables=TABLES, language=st.sampled_from(LANGUAGES))
def test_sentences_stay_whatever_is_hidden(tables, language) -> None:
    with override(language):
        assert all_of(disguised(tables)) == all_of(tables) == all_of(public(tables))


def public(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    return tuple(each.public() for each in tables)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_gives_a_cause_or_a_reason_for_hiding(language: str) -> None:
    causal = r"because of|due to|caused|therefore|since many|takia|johtu|på grund av|orsak"
    with override(language):
        said = " ".join(each.text for each in all_of(some_hidden(caseload(3, 300), 1)))

    assert said
    assert not re.search(causal, said)
