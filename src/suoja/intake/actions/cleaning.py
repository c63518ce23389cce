"""What happens by the clock, in nobody's name."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import Model

from suoja.core import audit
from suoja.core.turns import in_turn
from suoja.intake.models import DRAFT_KEPT, ArrivedFile, Draft, NextPage

CLOCK = "clock"
# Files are sorted with their letter; what is left belongs to a letter that was never sent.
KEPT: Mapping[type[Model], timedelta] = {
    Draft: DRAFT_KEPT,
    NextPage: timedelta(hours=2),
    ArrivedFile: timedelta(days=1),
}


@in_turn()
def forget_expired(*, at: datetime) -> int:
    """Destroy saved forms, pages and files that had their time, and return how many they were."""
    numbers = {
        str(model._meta.model_name): model._default_manager.filter(hour__lte=at - kept).delete()[0]
        for model, kept in KEPT.items()
    }
    if any(numbers.values()):
        audit.record(by=CLOCK, at=at, verb="intake.expire", subject="intake", detail=numbers)
    return sum(numbers.values())
