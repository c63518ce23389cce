"""Facts come from the rooms; a person is a number that means nothing elsewhere."""

import pytest

from at_once import at_once
from cases import make_client
from suoja.clients.models import Spell
from suoja.statistics.collect import collect, one_moment
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


@pytest.mark.django_db(transaction=True)
def test_who_is_admitted_meanwhile_is_not_seen_and_does_not_wait() -> None:
    with one_moment():
        before = Spell.objects.count()
        assert len(at_once(1, make_client)) == 1
        assert Spell.objects.count() == before

    assert Spell.objects.count() == before + 1


def test_inside_a_transaction_facts_are_what_that_transaction_sees() -> None:
    make_client()

    with one_moment():
        assert collect() == collect()
