"""Waiting, being assessed and the outcome, with a database."""

import pytest
from django.db import IntegrityError, transaction

from cases import AT, TODAY, account, aino, daniel, make_client
from suoja.clients import actions as clients
from suoja.clients.actions.removal import Exit
from suoja.clients.choices import ExitGround
from suoja.clients.models import Spell
from suoja.core.errors import NotAllowed, Refused
from suoja.identification import actions as identification
from suoja.identification.choices import Status
from suoja.identification.models import Assessment

pytestmark = pytest.mark.django_db


def exploited_abroad() -> Spell:
    spell = make_client()
    clients.record_exploitation(spell, account("LY"), by=aino(), at=AT)
    return spell


def heard() -> Assessment:
    assessment = identification.queue(exploited_abroad(), since=TODAY, by=aino(), at=AT)
    identification.begin(assessment, on=TODAY, by=aino(), at=AT)
    return identification.hear_group(assessment, on=TODAY, by=aino(), at=AT)


def test_an_identified_client_stays() -> None:
    decided = identification.decide(heard(), Status.IDENTIFIED, on=TODAY, by=daniel(), at=AT)

    assert decided.decided_on == TODAY
    assert Spell.objects.get().is_open


def test_who_is_not_identified_leaves() -> None:
    identification.decide(heard(), Status.NOT_IDENTIFIED, on=TODAY, by=daniel(), at=AT)

    assert Spell.objects.get().end_ground == "not_identified"


def test_a_step_keeps_what_was_noted_meanwhile() -> None:
    waiting = identification.queue(exploited_abroad(), since=TODAY, by=aino(), at=AT)
    read_before = Assessment.objects.get(pk=waiting.pk)
    identification.begin(waiting, on=TODAY, by=aino(), at=AT)

    identification.hear_group(read_before, on=TODAY, by=aino(), at=AT)

    assert Assessment.objects.get().begun_on == TODAY


def test_who_has_left_meanwhile_is_not_queued() -> None:
    spell = exploited_abroad()
    read_before = Spell.objects.with_person().get(pk=spell.pk)
    leaving = Exit(ended_on=TODAY, ground=ExitGround.NEED_ENDED)
    clients.remove(spell, leaving, by=daniel(), at=AT)

    with pytest.raises(Refused, match="client now"):
        identification.queue(read_before, since=TODAY, by=aino(), at=AT)


def test_who_has_left_is_no_longer_in_the_queue() -> None:
    spell = exploited_abroad()
    identification.queue(spell, since=TODAY, by=aino(), at=AT)
    assert Assessment.objects.unfinished().of_clients().count() == 1

    end = Exit(ended_on=TODAY, ground=ExitGround.OWN_WISH)
    clients.remove(spell, end, by=daniel(), at=AT)
    assert not Assessment.objects.unfinished().of_clients().exists()


def test_an_outcome_is_not_changed() -> None:
    decided = identification.decide(heard(), Status.IDENTIFIED, on=TODAY, by=daniel(), at=AT)

    with pytest.raises(Refused, match="cannot become"):
        identification.decide(decided, Status.NOT_IDENTIFIED, on=TODAY, by=daniel(), at=AT)


def test_only_the_director_decides() -> None:
    assessment = heard()

    with pytest.raises(NotAllowed):
        identification.decide(assessment, Status.IDENTIFIED, on=TODAY, by=aino(), at=AT)


def test_nobody_waits_twice() -> None:
    spell = exploited_abroad()
    identification.queue(spell, since=TODAY, by=aino(), at=AT)

    with pytest.raises(Refused, match="already"):
        identification.queue(spell, since=TODAY, by=aino(), at=AT)


@pytest.mark.parametrize(
    "changed", [{"decided_on": TODAY}, {"status": "identified"}, {"begun_on": TODAY}]
)
def test_the_database_refuses_what_the_rules_refuse(changed: dict[str, object]) -> None:
    identification.queue(exploited_abroad(), since=TODAY, by=aino(), at=AT)

    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.update(**changed)
