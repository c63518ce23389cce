"""Requests for admission, span by span: who was admitted, who refused, and who asked again."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from suoja.core.calendar import Month
from suoja.example.plan.lives import Life, Request, Stay
from suoja.example.plan.program import UnreachableError
from suoja.example.plan.spans import distance, inside, later, months, span
from suoja.example.plan.stays import ALONE, REFUSED_WITH_GROUP
from suoja.example.plan.tables import rows

# For so many months after a refusal somebody may be proposed again.
_MEMORY = 24


@dataclass(frozen=True, slots=True)
class Season:
    """How many requests one span brings; those that wait are decided in the next span."""

    label: str
    received: int
    waiting_positive: int
    waiting_negative: int
    undecided: int
    again_positive: int
    again_negative: int

    @property
    def last(self) -> Month:
        return span(self.label).last


def seasons() -> list[Season]:
    return [
        Season(row["span"], *(int(row[name]) for name in list(row)[1:-1]))
        for row in rows("requests.csv")
    ]


class Asking:
    """Gives each stay the request that led to it, and makes up those who were refused."""

    def __init__(self, clients: Sequence[Life], random: Random) -> None:
        self._stays = [(life, stay) for life in clients for stay in life.stays]
        self._refused: list[Life] = []
        self._random = random

    def ask(self) -> list[Life]:
        """Go through the spans in order; return those who never became clients."""
        every = seasons()
        for season, following in zip(every, [*every[1:], None], strict=True):
            come = self._come_in(season.label)
            self._admit(season, come)
            if following is not None:
                self._let_wait(season, self._come_in(following.label))
            self._refuse(season, len(come))
            self._refuse_again(season)
            self._admit_at_last(season, come)
        return self._refused

    def _come_in(self, label: str) -> list[tuple[Life, Stay]]:
        return [
            (life, stay)
            for life, stay in self._stays
            if stay.request is None and inside(str(stay.came), label)
        ]

    def _admit(self, season: Season, come: Sequence[tuple[Life, Stay]]) -> None:
        for life, stay in come:
            lag = self._random.choices((0, 1, 2), (0.5, 0.35, 0.15))[0]
            if stay.facts["group"] != ALONE:
                lag = 1
            _request_for(life, stay, max(span(season.label).first, later(stay.came, -lag)))

    def _let_wait(self, season: Season, come: Sequence[tuple[Life, Stay]]) -> None:
        """Let those who come first in the next span have asked in this one."""
        alone = [pair for pair in come if pair[1].number == 1 and pair[1].facts["group"] == ALONE]
        alone.sort(key=lambda pair: pair[1].came)
        for life, stay in alone[: season.waiting_positive]:
            _request_for(life, stay, later(season.last, -self._random.randint(0, 1)))

    def _refuse(self, season: Season, admitted: int) -> None:
        """Make up those refused for the first time, and those still undecided at the end."""
        refused = season.received - admitted - season.waiting_positive
        first = refused - season.again_negative
        waiting = max(0, season.waiting_negative - season.again_negative)
        group, size = REFUSED_WITH_GROUP.get(season.label, (ALONE, 0))
        for place in range(first):
            facts = {"group": group if place < size else ALONE}
            if place >= first - season.undecided:
                request = Request(later(season.last, -self._random.randint(0, 3)), None, facts)
            elif place >= first - season.undecided - waiting:
                request = self._decided_later(season, facts)
            else:
                request = self._decided(season, facts)
            self._refused.append(Life(facts, requests=[request]))

    def _decided(self, season: Season, facts: dict[str, str]) -> Request:
        received = self._random.choice(months(season.label))
        if facts["group"] != ALONE:
            received = later(span(season.label).last, -3)
        decided = min(season.last, later(received, self._random.randint(0, 2)))
        return Request(received, decided, facts)

    def _decided_later(self, season: Season, facts: dict[str, str]) -> Request:
        received = later(season.last, -self._random.randint(0, 1))
        return Request(received, later(season.last, self._random.randint(1, 2)), facts)

    def _refuse_again(self, season: Season) -> None:
        for place in range(season.again_negative):
            request = self._decided_later(season, {"group": ALONE})
            if place >= season.waiting_negative:
                request.decided = season.last
            life = self._refused_before(request.received)[-1]
            request.facts = life.facts
            life.requests.append(request)

    def _admit_at_last(self, season: Season, come: Sequence[tuple[Life, Stay]]) -> None:
        """Let some who come now have been refused before."""
        left = season.again_positive
        for life, stay in sorted(come, key=lambda pair: -pair[1].came):
            if not left or stay.number > 1 or stay.facts["group"] != ALONE:
                continue
            before = self._refused_before(life.requests[0].received)
            if before:
                earlier = self._random.choice(before)
                self._refused.remove(earlier)
                life.requests[:0] = earlier.requests
                left -= 1
        if left:
            raise UnreachableError(
                f"{left} clients of {season.label} could not have been refused before."
            )

    def _refused_before(self, month: Month) -> list[Life]:
        """Return those refused in the months before `month`, the last one last."""
        found = [
            life
            for life in self._refused
            if life.facts["group"] == ALONE
            and life.requests[-1].decided is not None
            and 0 < distance(life.requests[-1].decided, month) <= _MEMORY
        ]
        return sorted(found, key=lambda life: life.requests[-1].decided or 0)


def _request_for(life: Life, stay: Stay, received: Month) -> None:
    stay.request = Request(
        received, stay.came, stay.facts, admits=True, readmission=stay.number > 1
    )
    life.requests.append(stay.request)
