"""Who waits for official identification by the assistance system, and what becomes of it."""

from collections.abc import Callable, Sequence
from random import Random

from suoja.core.calendar import Month
from suoja.example.plan.lives import Assessment, Life
from suoja.example.plan.program import UnreachableError
from suoja.example.plan.spans import LAST_MONTH, distance, later
from suoja.example.plan.tables import rows

# The system's own queue exists since Act 388/2015.
_FIRST = 201507
_BODY = "assistance_system"
_LAST_YEAR = LAST_MONTH // 100


def identify(lives: Sequence[Life], random: Random) -> None:
    """Give some clients exploited abroad an assessment, or a place in the queue for one."""
    queue = _Queue(lives, random)
    years = [{name: _number(cell) for name, cell in row.items()} for row in _table()]
    for year in years:
        queue.refuse(year["year"], year["not_identified"])
    for year in years:
        queue.identify(year["year"], year["identified"])
        queue.leave_unfinished(year["year"], year["unfinished"])
    known = _FIRST
    for year in years:
        if year["waiting"]:
            queue.wait(known, year["year"] * 100 + 12, year["waiting"])
            known = later(year["year"] * 100 + 12, 1)


def _table() -> list[dict[str, str]]:
    return [
        {n: c for n, c in row.items() if n != "reference"} for row in rows("identification.csv")
    ]


def _number(cell: str) -> int:
    return int(cell or 0)


class _Queue:
    def __init__(self, lives: Sequence[Life], random: Random) -> None:
        self._random = random
        self._free = [life for life in lives if _may_be_identified(life)]
        random.shuffle(self._free)
        self._taken: list[Life] = []

    def refuse(self, year: int, count: int) -> None:
        """Take clients who left that year: not being identified ended their stay."""
        for life in self._take(count, lambda life: _left_in(life, year)):
            left = life.stays[0].left or LAST_MONTH
            first = max(year * 100 + 1, later(_entry(life), 1))
            assessed = self._month(first, later(left, -1))
            self._assess(life, assessed, left, "not_identified")
            life.stays[0].facts["verdict"] = "not_identified"

    def identify(self, year: int, count: int) -> None:
        for life in self._take(count, lambda life: _there(life, later(year * 100 + 1, -1), year)):
            assessed = self._month(year * 100 + 1, year * 100 + 9)
            self._assess(life, assessed, later(assessed, self._random.randint(1, 3)), "identified")

    def leave_unfinished(self, year: int, count: int) -> None:
        """Begin an assessment late in the year; it is decided in the next, if that is told here."""
        for life in self._take(
            count, lambda life: _there(life, later(year * 100 + 1, -1), year + 1)
        ):
            assessed = self._month(year * 100 + 9, year * 100 + 12)
            decided = later(year * 100 + 12, self._random.randint(2, 5))
            over = decided <= LAST_MONTH
            self._assess(life, assessed, decided if over else None, "identified" if over else None)

    def wait(self, first: Month, last: Month, count: int) -> None:
        """Let so many stand in the queue at the end of `last`; who is added came since `first`."""
        waiting = sum(self._waits(life, last) for life in self._taken)
        for life in self._take(count - waiting, lambda life: _there(life, last, _LAST_YEAR)):
            life.assessment = Assessment(_BODY, self._month(max(first, _entry(life)), last))

    def _waits(self, life: Life, month: Month) -> bool:
        assessment = life.assessment
        if assessment is None or assessment.waiting_since is None:
            return False
        begun = assessment.assessed or LAST_MONTH + 1
        return assessment.waiting_since <= month < begun

    def _take(self, count: int, fits: Callable[[Life], bool]) -> list[Life]:
        found = [life for life in self._free if fits(life)][:count]
        if len(found) < count:
            raise UnreachableError(f"Only {len(found)} of {count} clients fit for identification.")
        self._free = [life for life in self._free if life not in found]
        self._taken += found
        return found

    def _assess(
        self, life: Life, assessed: Month, decided: Month | None, outcome: str | None
    ) -> None:
        since = self._month(_entry(life), later(assessed, -1))
        life.assessment = Assessment(_BODY, since, assessed, decided, outcome)

    def _month(self, first: Month, last: Month) -> Month:
        return later(first, self._random.randint(0, max(0, distance(first, last))))


def _may_be_identified(life: Life) -> bool:
    return life.facts["place"] == "abroad" and len(life.stays) == 1


def _entry(life: Life) -> Month:
    """Return the first month in which the client may have joined the queue."""
    return max(_FIRST, later(life.stays[0].came, 2))


def _left_in(life: Life, year: int) -> bool:
    left = life.stays[0].left
    return left is not None and left // 100 == year and left % 100 > 4 and _entry(life) < year * 100


def _there(life: Life, month: Month, year: int) -> bool:
    """Test if the client could be in the queue by `month` and stayed beyond `year`."""
    left = life.stays[0].left
    return _entry(life) <= month and (left is None or left // 100 > year)
