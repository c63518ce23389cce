"""Granting periods and ending them early, with a database."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from cases import AT, TODAY, aino, daniel, make_client, make_person
from suoja.core.errors import NotAllowed, Refused
from suoja.periods import actions as periods
from suoja.periods.choices import EarlyEnd, Granter, Kind
from suoja.periods.models import GrantedPeriod
from suoja.periods.rules import Grant
from suoja.persons.models import Person
from suoja.vocabulary.choices import ResidenceStatus

pytestmark = pytest.mark.django_db


def grant(person: Person, start: date = TODAY, end: date = date(2020, 9, 15)) -> GrantedPeriod:
    granted = Grant(
        kind=Kind.REFLECTION,
        granted_by_body=Granter.ASSISTANCE_SYSTEM,
        granted_on=min(start, TODAY),
        starts_on=start,
        ends_on=end,
    )
    return periods.grant(person, granted, by=daniel(), at=AT)


def undocumented() -> Person:
    return make_client(residence_status=ResidenceStatus.UNDOCUMENTED).person


def test_the_police_are_told_of_a_reflection_period_when_it_is_granted() -> None:
    period = grant(undocumented())

    assert period.police_notified_on == TODAY
    assert period.to_client


def test_a_period_can_be_granted_to_somebody_who_is_no_client() -> None:
    assert not grant(make_person()).to_client


def test_who_stays_legally_gets_no_reflection_period() -> None:
    with pytest.raises(Refused, match="without a right"):
        grant(make_client(residence_status=ResidenceStatus.RESIDENCE_PERMIT).person)

    assert not GrantedPeriod.objects.exists()


def test_a_period_that_has_ended_early_is_not_made_longer() -> None:
    period = grant(undocumented(), start=date(2020, 6, 1))
    read_before = GrantedPeriod.objects.get(pk=period.pk)
    early = date(2020, 6, 3)
    periods.end_early(period, EarlyEnd.INTERRUPTED, on=early, by=daniel(), at=AT)

    with pytest.raises(Refused, match="does not run"):
        periods.end_early(read_before, EarlyEnd.RETURNED_HOME, on=TODAY, by=daniel(), at=AT)

    assert GrantedPeriod.objects.get().ended_early_on == early


def test_time_used_counts_and_time_given_back_does_not() -> None:
    person = undocumented()
    first = grant(person)
    periods.end_early(first, EarlyEnd.INTERRUPTED, on=TODAY, by=daniel(), at=AT)

    second = grant(person, start=TODAY, end=date(2020, 12, 15))

    assert list(GrantedPeriod.objects.running_on(TODAY)) == [second]


def test_an_early_end_lies_within_the_period() -> None:
    period = grant(undocumented())

    with pytest.raises(Refused, match="does not run"):
        periods.end_early(period, EarlyEnd.RETURNED_HOME, on=date(2020, 6, 1), by=daniel(), at=AT)


def test_only_the_director_grants() -> None:
    person = undocumented()
    granted = Grant(
        kind=Kind.REFLECTION,
        granted_by_body=Granter.ASSISTANCE_SYSTEM,
        granted_on=TODAY,
        starts_on=TODAY,
        ends_on=date(2020, 9, 15),
    )

    with pytest.raises(NotAllowed):
        periods.grant(person, granted, by=aino(), at=AT)


@pytest.mark.parametrize(
    "changed",
    [{"police_notified_on": None}, {"ends_on": TODAY}, {"ended_early_on": TODAY}, {"kind": "rest"}],
)
def test_the_database_refuses_what_the_rules_refuse(changed: dict[str, object]) -> None:
    period = grant(undocumented())

    with pytest.raises(IntegrityError), transaction.atomic():
        GrantedPeriod.objects.filter(pk=period.pk).update(**changed)
