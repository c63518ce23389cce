"""Where the numbers of a series begin to mean something else."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """From `year` on the numbers mean something else than before."""

    year: int
    note: Text


COUNTED_SINCE_2016 = SeriesBreak(
    2016, _("Children of clients have been counted since 2016 only; earlier numbers are partial.")
)
OTHER_BEFORE_2016 = SeriesBreak(
    2016,
    _("Before 2016 “other” also held forms that have since been counted on their own."),
)
IDENTIFIED_BY_ADMISSION = SeriesBreak(
    2023, _("Since 2023 admission to the system is itself the identification.")
)
HELPED_COUNT_AS_SELF = SeriesBreak(
    2018,
    _(
        "Since 2018 people who ask with the help of a volunteer support person are counted as "
        "asking in person."
    ),
)
