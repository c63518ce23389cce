"""Facts come from the rooms; a person is a number that means nothing elsewhere."""

import pytest

from cases import make_client
from suoja.statistics.collect import collect
from suoja.statistics.facts import Facts

pytestmark = pytest.mark.django_db


def test_an_empty_house_has_no_facts() -> None:
    assert collect() == Facts()


def test_the_same_person_has_the_same_number_in_every_room() -> None:
    make_client()
    facts = collect()

    assert [fact.person for fact in (*facts.referrals, *facts.spells)] == [1, 1]


def test_the_same_house_gives_the_same_bytes() -> None:
    make_client()

    assert collect().to_json() == collect().to_json()
