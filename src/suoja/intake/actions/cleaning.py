"""What happens by the clock, in nobody's name."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import Model

from suoja.core import audit
from suoja.core.turns import in_turn
from suoja.intake.actions.sorting import CLOCK, sort_by_clock
from suoja.intake.models import DRAFT_KEPT, Arrival, ArrivedFile, Draft, NextPage

KEPT: Mapping[type[Model], timedelta] = {
    Draft: DRAFT_KEPT,
    NextPage: timedelta(hours=2),
    ArrivedFile: timedelta(days=1),
}


@in_turn()
def forget_expired(*, at: datetime) -> int:
    """Destroy what people erased, and what they left behind for too long; return how much it was.

    Letters are sorted first: what then is left of files belongs to letters that were never sent.
    """
    sort_by_clock(at=at)
    numbers = {
        str(model._meta.model_name): model._default_manager.filter(hour__lte=at - kept).delete()[0]
        for model, kept in KEPT.items()
        if model is not ArrivedFile or not Arrival.objects.exists()
    }
    if any(numbers.values()):
        audit.record(by=CLOCK, at=at, verb="intake.expire", subject="intake", detail=numbers)
    return sum(numbers.values())
