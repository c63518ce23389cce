"""What happens by the clock, in nobody's name."""

from datetime import datetime

from suoja.core import audit
from suoja.core.turns import in_turn
from suoja.intake.models import Draft

CLOCK = "clock"


@in_turn()
def forget_expired_drafts(*, at: datetime) -> int:
    """Destroy the forms that nobody went on with in time, and return how many they were."""
    number, _ = Draft.objects.expired(at).delete()
    if number:
        detail = {"number": number}
        audit.record(by=CLOCK, at=at, verb="draft.expire", subject="drafts", detail=detail)
    return number
