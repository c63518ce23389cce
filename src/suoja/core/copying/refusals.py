"""Why a file gets no copy."""

from enum import StrEnum


class Refusal(StrEnum):
    TOO_LARGE = "too_large"
    UNKNOWN_KIND = "unknown_kind"
    BROKEN = "broken"
    BOMB = "bomb"


# 1 and 2 are how Python itself ends when it cannot even begin.
_FIRST_STATUS = 10


class Unfit(Exception):  # noqa: N818  (it reads as a sentence: raise Unfit(Refusal.BOMB))
    """The file is not to be opened any further."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


def status_of(refusal: Refusal) -> int:
    """Return the exit status that tells of a refusal."""
    return _FIRST_STATUS + list(Refusal).index(refusal)


def refusal_of(status: int) -> Refusal | None:
    """Return what an exit status tells: whoever was killed had asked for more than is given."""
    if status < 0:
        return Refusal.BOMB
    return next((one for one in Refusal if status_of(one) == status), None)
