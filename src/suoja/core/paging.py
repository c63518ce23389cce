"""Pages of long lists that nobody counts: one row too many says that there is a next page."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

PAGE_SIZE = 25
FURTHEST = 100_000

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Part(Generic[Row]):
    """The rows of one page."""

    rows: list[Row]
    number: int
    has_next: bool

    @property
    def previous(self) -> int:
        return self.number - 1

    @property
    def next(self) -> int:
        return self.number + 1


def take_part(found: QuerySet[Row], number: int) -> Part[Row]:
    """Return one page; keys are looked up first, so that skipped rows are never joined."""
    start = (number - 1) * PAGE_SIZE
    keys = list(found.values_list("pk", flat=True)[start : start + PAGE_SIZE + 1])
    rows = list(found.filter(pk__in=keys[:PAGE_SIZE]))
    return Part(rows=rows, number=number, has_next=len(keys) > PAGE_SIZE)


def page_number(text: str) -> int:
    """Return the page that an address asks for, the first where it makes no sense."""
    return min(max(int(text), 1), FURTHEST) if text.isdecimal() else 1
