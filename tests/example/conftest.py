"""The caseload is solved once for all tests."""

import pytest

from example.counting import Count
from suoja.example.plan import Plan, make_plan


@pytest.fixture(scope="session")
def plan() -> Plan:
    return make_plan(seed=1)


@pytest.fixture(scope="session")
def count(plan) -> Count:
    return Count(case for batch in plan.batches() for case in batch)
