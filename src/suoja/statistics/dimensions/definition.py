"""What a dimension is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import TextChoices

from suoja.core.calendar import Period

Row = TypeVar("Row")


@dataclass(frozen=True)
class Dimension(Generic[Row]):
    """By what a population is counted.

    `of` puts one row into one of `categories`; the period tells as of when. Of an `open_list` too
    long to print, a category with nobody in it is hidden like a small one.
    """

    code: str
    categories: tuple[str, ...]
    of: Callable[[Row, Period], str]
    open_list: bool = False


def codes(*words: type[TextChoices] | Iterable[str]) -> tuple[str, ...]:
    """Return the codes of the words, each once, in their order."""
    return tuple(
        dict.fromkeys(str(getattr(code, "value", code)) for each in words for code in each)
    )
