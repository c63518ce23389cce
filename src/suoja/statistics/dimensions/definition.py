"""What a dimension is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from django.db.models import TextChoices

from suoja.core.calendar import Period
from suoja.statistics.breaks import SeriesBreak
from suoja.statistics.columns import Column, Columns, Rows

Row = TypeVar("Row")


@dataclass(frozen=True)
class Dimension(Generic[Row]):
    """By what a population is counted.

    `of` puts one row into one of `categories`, looking at the columns that it `reads` only; the
    period tells as of when. Of an `open_list` too long to print, a category with nobody in it is
    hidden like a small one.
    """

    code: str
    categories: tuple[str, ...]
    of: Callable[[Row, Period], str]
    reads: tuple[str, ...]
    open_list: bool = False
    breaks: tuple[SeriesBreak, ...] = ()


@dataclass(frozen=True, slots=True)
class Classed:
    """A row that its measure itself has put into a category."""

    category: str


def classed(sizes: Mapping[str, int]) -> Rows[Classed]:
    """Return so many rows of each category."""
    codes = np.repeat(np.arange(len(sizes)), list(sizes.values()))
    return Rows(Columns(Classed, {"category": Column(list(sizes), codes)}))


def codes(*words: type[TextChoices] | Iterable[str]) -> tuple[str, ...]:
    """Return the codes of the words, each once, in their order."""
    return tuple(
        dict.fromkeys(str(getattr(code, "value", code)) for each in words for code in each)
    )
