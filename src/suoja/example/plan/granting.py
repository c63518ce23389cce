"""Reflection and recovery periods, and how the right to stay changed after admission."""

from collections.abc import Mapping, Sequence
from random import Random

from suoja.core.calendar import Month
from suoja.example.plan.lives import Grant, Life
from suoja.example.plan.program import UnreachableError
from suoja.example.plan.spans import LAST_MONTH, distance, later
from suoja.example.plan.tables import rows, shares

_PERMIT = "residence_permit"


def grant(clients: Sequence[Life], refused: Sequence[Life], random: Random) -> None:
    """Grant as many periods as were published, and one to a person who is no client."""
    for row in rows("periods.csv"):
        _grant_row(row, clients, random)
    _grant_outside(refused)


def _grant_row(row: Mapping[str, str], clients: Sequence[Life], random: Random) -> None:
    first, last = (int(row["year"]) * 100 + int(month) for month in row["months"].split("-"))
    fitting = [
        (life, month)
        for life in clients
        if _may_have(row["kind"], life) and (month := _month(life, first, last, random))
    ]
    if len(fitting) < int(row["count"]):
        raise UnreachableError(
            f"Only {len(fitting)} clients fit for {row['kind']} in {row['year']}."
        )
    for life, month in random.sample(fitting, int(row["count"])):
        life.grants.append(Grant(row["kind"], month, row["granted_by"]))


def _may_have(kind: str, life: Life) -> bool:
    if life.grants or life.facts["category"] != "victim":
        return False
    return (life.facts["residence"] == "undocumented") == (kind == "reflection")


def _month(life: Life, first: Month, last: Month, random: Random) -> Month | None:
    """Return a month soon after the client came, if it lies in the stay and between the two."""
    stay = life.stays[0]
    month = later(stay.came, random.randint(0, 1))
    end = stay.left or later(LAST_MONTH, 1)
    changed = any(since <= month for since, _ in life.residences)
    return month if first <= month <= last and month < end and not changed else None


def _grant_outside(refused: Sequence[Life]) -> None:
    """The police granted one period of 2020 to a person who is not a client."""
    for life in refused:
        request = life.requests[0]
        undocumented = life.facts["residence"] == "undocumented"
        if undocumented and request.decided and request.decided // 100 == 2020:
            life.grants.append(Grant("reflection", request.decided, "police"))
            return
    raise UnreachableError("Nobody without a right of residence was refused in 2020.")


def change_residence(clients: Sequence[Life], random: Random) -> None:
    """Date what became of the right to stay."""
    for life in clients:
        stay = life.stays[0]
        last = later(stay.left, -1) if stay.left else LAST_MONTH
        status = life.facts["residence"]
        if stay.facts["ground"] == "continuous_residence_permit":
            _become(life, _PERMIT, max(later(stay.came, 1), later(last, -1)), last)
        elif status in shares("became"):
            became = shares("became")[status]
            following = random.choices(list(became), list(became.values()))[0]
            month = later(stay.came, random.randint(*shares("became_after")[status]))
            _become(life, following, month, last)


def _become(life: Life, status: str, month: Month, last: Month) -> None:
    if status != life.facts["residence"] and distance(month, last) >= 0:
        life.residences.append((month, status))
