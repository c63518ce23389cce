"""Pages of text are short of breath: who reads them may be afraid, tired or new to the language."""

from pathlib import Path
from statistics import mean

import pytest
from django.conf import settings

from public_site.plain import headings, sentences, sources, words_in, words_of_letters

CHECKED = [path for language, _ in settings.LANGUAGES for path in sources(language)]
LONGEST, MEAN = 20, 12


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", CHECKED, ids=name)
def test_no_sentence_is_long(path: Path) -> None:
    long = [each for each in (*sentences(path), *headings(path)) if words_in(each) > LONGEST]

    assert long == []


@pytest.mark.parametrize("path", CHECKED, ids=name)
def test_sentences_are_short(path: Path) -> None:
    assert mean(words_in(each) for each in sentences(path)) <= MEAN


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_the_words_of_letters_and_calls_are_short_too(language: str) -> None:
    told = words_of_letters(language)

    assert [each for each in told if words_in(each) > LONGEST] == []
    assert mean(map(words_in, told)) <= MEAN


@pytest.mark.parametrize("language", ["en", "fi", "sv", "ar", "ru"])
def test_what_happens_to_what_is_told_is_said_in_a_hundred_words(language: str) -> None:
    (path,) = [path for path in sources(language) if path.stem == "told"]

    assert sum(map(words_in, sentences(path)[1:])) <= 100


def test_the_measure_sees_a_long_sentence(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("---\nsummary: Short.\n---\n# Title\n\nOne two. " + "word " * 21 + "end.\n")

    assert [words_in(each) for each in sentences(page)] == [1, 2, 22]
