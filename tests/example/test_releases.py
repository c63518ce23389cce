"""Two reports of the example are published, by the steps that the office takes."""

import pytest

from suoja.example.load import write
from suoja.example.plan import Plan
from suoja.example.releases import publish
from suoja.publication.choices import Status
from suoja.publication.models import LedgerEntry, Release

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("example")]


def test_three_people_publish_the_reports_of_two_years(plan) -> None:
    write(Plan(plan.seed, 30, plan.clients, plan.refused))
    said: list[str] = []
    publish(tell=said.append)
    releases = Release.objects.order_by("number")

    assert [each.period for each in releases] == ["2018", "2020"]
    assert {each.status for each in releases} == {Status.PUBLISHED}, said
    assert {len({one.drafted_by, one.checked_by, one.published_by}) for one in releases} == {3}
    assert LedgerEntry.objects.count() == 2

    publish(tell=said.append)
    assert sum("cannot be published" in sentence for sentence in said) == 2
