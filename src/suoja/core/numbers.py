"""Numbers that people see: given by the database, one after the other, none twice."""

from django.db.models import F

from suoja.core.models import Counter
from suoja.core.turns import in_turn


def take_number(kind: str) -> int:
    return take_numbers(kind, 1)[0]


@in_turn()
def take_numbers(kind: str, count: int) -> range:
    """Return the next `count` numbers of a kind; the row is locked until the caller commits."""
    Counter.objects.get_or_create(kind=kind)
    Counter.objects.filter(kind=kind).update(last=F("last") + count)
    last = Counter.objects.get(kind=kind).last
    return range(last - count + 1, last + 1)
