"""What is solved, month by month: a life has no name and no day yet.

From one life many made-up people can be drawn who differ in name and day but are counted alike.
"""

from dataclasses import dataclass, field

from suoja.core.calendar import Month
from suoja.example.plan.targets import Sketch


@dataclass(slots=True, eq=False)
class Request:
    """A proposal that somebody be admitted; refused unless it admits, open while not decided."""

    received: Month
    decided: Month | None
    facts: Sketch
    admits: bool = False
    readmission: bool = False


@dataclass(slots=True, eq=False)
class Stay:
    """A spell as a client."""

    facts: Sketch
    came: Month
    left: Month | None
    number: int
    request: Request | None = None


@dataclass(slots=True, eq=False)
class Child:
    """A child beside its guardian."""

    came: Month
    left: Month | None
    ground: str
    birth: Month


@dataclass(slots=True, eq=False)
class Grant:
    """A reflection or recovery period."""

    kind: str
    month: Month
    granted_by: str


@dataclass(slots=True, eq=False)
class Assessment:
    """The road to official identification."""

    body: str
    waiting_since: Month
    assessed: Month | None = None
    decided: Month | None = None
    outcome: str | None = None


@dataclass(slots=True, eq=False)
class Life:
    """One person's story as a client, or as somebody who was refused."""

    facts: Sketch
    stays: list[Stay] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    children: list[Child] = field(default_factory=list)
    grants: list[Grant] = field(default_factory=list)
    residences: list[tuple[Month, str]] = field(default_factory=list)
    assessment: Assessment | None = None
    became_victim: Month | None = None
    birth: Month = 0
    began: Month = 0
    ended: Month = 0
