"""The three ways in which something is not done."""


class Refused(Exception):  # noqa: N818  (it reads as a sentence: raise Refused(reason))
    """A rule says no; the reason is a sentence for the person who asked, and says what to do."""

    def __init__(self, reason: object) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return str(self.reason)


class NotAllowed(Exception):  # noqa: N818
    """The role of this staff member does not include what was asked."""


class OutOfReach(Exception):  # noqa: N818
    """There is no such thing, or none that this staff member may know of: the two look alike."""


def refuse(reason: object | None) -> None:
    """Raise `Refused` if a rule gave a reason."""
    if reason is not None:
        raise Refused(reason)
