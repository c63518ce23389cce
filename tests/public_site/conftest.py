"""What the tests of the public site publish."""

from collections.abc import Callable

import pytest

from public_site.published import corrected, published
from suoja.accounts.models import Staff
from suoja.publication.models import Release

PEOPLE = 900


@pytest.fixture
def publish(taavi: Staff, daniel: Staff) -> Callable[[str], Release]:
    """Return a way to publish the report on a period."""
    return lambda period: published(period, people=PEOPLE, drafter=taavi, checker=daniel)


@pytest.fixture
def report_of_2020(publish: Callable[[str], Release]) -> Release:
    return publish("2020")


@pytest.fixture
def second_version(report_of_2020: Release, taavi: Staff, daniel: Staff) -> Release:
    """Return a version that corrects the report of 2020 and says more clients."""
    return corrected(report_of_2020, people=PEOPLE + 100, drafter=taavi, checker=daniel)
