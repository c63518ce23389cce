"""Every code that a reader may meet has words."""

import pytest
from django.utils import translation

from suoja.core.calendar import Period
from suoja.statistics.contents import SPECS
from suoja.statistics.labels import CATEGORIES, dimension_label, label

YEAR = Period.parse("2020")
DIMENSIONS = {each.code: each for spec in SPECS for each in spec.dimensions}


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)
def test_every_dimension_of_a_table_has_a_heading(spec) -> None:
    assert all(str(dimension_label(code)) for code in spec.codes)


@pytest.mark.parametrize("code", sorted(set(DIMENSIONS) - {"nationality"}))
def test_every_category_has_words_of_its_own(code) -> None:
    assert all(category in CATEGORIES[code] for category in DIMENSIONS[code].categories)


def test_a_nationality_is_named_in_the_language_of_the_reader() -> None:
    lazy = label("nationality", "IQ")

    with translation.override("fi"):
        assert str(lazy) == "Irak"
    with translation.override("sv"):
        assert str(label("nationality", "SE")) == "Sverige"


def test_years_months_and_totals_speak_for_themselves() -> None:
    assert [str(label(*of)) for of in (("year", "2020"), ("sex", "total"))] == ["2020", "Total"]
