"""Tables as bytes and back."""

import json

import pytest
from django.utils.translation import gettext_lazy, override

from publication.prints import table, true_tables
from suoja.publication.models.freezing import freeze, thaw
from suoja.statistics.choices import Status
from suoja.statistics.tables import SeriesBreak


def test_what_is_frozen_comes_back_the_same() -> None:
    tables = true_tables()
    again = thaw(freeze(tables))

    assert [each.cells for each in again] == [each.cells for each in tables]
    assert [each.margins for each in again] == [each.margins for each in tables]
    assert [each.open_list for each in again] == [each.open_list for each in tables]
    assert freeze(again) == freeze(tables)


def test_a_status_is_a_status_again() -> None:
    assert thaw(freeze([table()]))[0].cells[0].status is Status.PUBLISHED


def test_words_are_kept_in_each_language() -> None:
    stored = freeze([table(title=gettext_lazy("English"))])

    title = json.loads(stored)["tables"][0]["title"]
    assert set(title) == {"en", "fi", "sv"}


def test_words_come_back_in_the_language_of_the_reader() -> None:
    stored = freeze([table(breaks=(SeriesBreak(2016, "Since 2016."),))]).replace(
        b'"fi":"New clients by sex"', b'"fi":"Uudet asiakkaat"'
    )
    again = thaw(stored)[0]

    assert str(again.title) == "New clients by sex"
    with override("fi"):
        assert str(again.title) == "Uudet asiakkaat"
        assert str(again.breaks[0].note) == "Since 2016."


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="format 2"):
        thaw(b'{"format": 2, "tables": []}')
