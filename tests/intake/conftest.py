"""Who is on duty in the tests of what arrives."""

from datetime import timedelta

import pytest

import cases
from cases import AT
from suoja.accounts.models import Staff
from suoja.intake.actions import begin_duty


@pytest.fixture
def on_duty(db: None) -> Staff:
    """Aino, on duty."""
    aino = cases.aino()
    begin_duty(until=AT + timedelta(hours=8), by=aino, at=AT)
    return aino
