"""The recovery period: time without the police for a victim who resides lawfully, Finns too."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from suoja.law.choices import Body
from suoja.law.lengths import start_of_whole
from suoja.law.provisions import (
    ACT_2015,
    DAY_OF_NOVEMBER,
    DAY_OF_REFORM,
    NOVEMBER_2018_OVER,
    REFORM_2023,
    Provision,
    Timeline,
)

Value = TypeVar("Value")

BEFORE = "Act 388/2015, which brought the recovery period, was not yet in force."
CHANGED_2023 = f"HE 220/2022 changed the recovery period; how was not read. {DAY_OF_REFORM}"
LAWFUL_RESIDENCE = frozenset(
    {
        "asylum_seeker",
        "finnish_citizen",
        "other_eu_citizen",
        "residence_permit",
        "temporary_protection",
        "visa",
        "visa_free",
    }
)

GRANTABLE = Timeline(
    (
        Provision(
            subject="recovery.grantable",
            version="2015",
            value=True,
            text="A recovery period may be granted.",
            in_force_from=ACT_2015,
            in_force_to=NOVEMBER_2018_OVER,
            sources=("R112", "HE 266/2014"),
        ),
        Provision(
            subject="recovery.grantable",
            version="2018",
            value=False,
            text="None is granted, because the police no longer hear of clients. It is a practice: "
            "the Act itself does not prevent a new one.",
            in_force_from=NOVEMBER_2018_OVER,
            in_force_to=REFORM_2023,
            sources=("R115",),
            note=DAY_OF_NOVEMBER,
        ),
        Provision(
            subject="recovery.grantable",
            version="2023",
            value=False,
            text="None is granted: the practice of 2018 is supposed to go on.",
            in_force_from=REFORM_2023,
            sources=("R115", "HE 220/2022"),
            verified=False,
            note=CHANGED_2023,
        ),
    ),
    otherwise=False,
    before=BEFORE,
)


def since_2015(provision: Provision[Value], otherwise: Value) -> Timeline[Value]:
    """Return the provision of 2015 with what is supposed to have become of it in 2023."""
    later = replace(
        provision,
        version="2023",
        in_force_from=REFORM_2023,
        in_force_to=None,
        verified=False,
        note=CHANGED_2023,
    )
    return Timeline((replace(provision, in_force_to=REFORM_2023), later), otherwise, BEFORE)


FIRST_DAYS = since_2015(
    Provision(
        subject="recovery.first_days",
        value=30,
        text="A recovery period is granted for thirty days at first.",
        in_force_from=ACT_2015,
        sources=("R113",),
    ),
    otherwise=0,
)
MAXIMUM_DAYS = since_2015(
    Provision(
        subject="recovery.maximum_days",
        value=90,
        text="It may be made longer, up to ninety days in all.",
        in_force_from=ACT_2015,
        sources=("R113",),
    ),
    otherwise=0,
)
FOR_WHOM = since_2015(
    Provision(
        subject="recovery.for_whom",
        value=LAWFUL_RESIDENCE,
        text="It may be granted to a victim who resides lawfully in Finland, a Finn included.",
        in_force_from=ACT_2015,
        sources=("R112",),
        note="That an asylum seeker counts as residing lawfully is our reading.",
    ),
    otherwise=frozenset(),
)
GRANTED_BY = since_2015(
    Provision(
        subject="recovery.granted_by",
        value=frozenset({Body.ASSISTANCE_SYSTEM}),
        text="The assistance system grants it to its client.",
        in_force_from=ACT_2015,
        sources=("The 2018 report, chapter on recovery periods",),
    ),
    otherwise=frozenset(),
)
QUESTIONING_BLOCKED = since_2015(
    Provision(
        subject="recovery.questioning_blocked",
        value=True,
        text="Criminal investigators may not question the person during it.",
        in_force_from=ACT_2015,
        sources=("R114",),
    ),
    otherwise=False,
)
POLICE_KEPT_OUT = since_2015(
    Provision(
        subject="recovery.police_kept_out",
        value=True,
        text="Criminal investigators are told nothing about the person during it.",
        in_force_from=ACT_2015,
        sources=("R114",),
    ),
    otherwise=False,
)
TIMELINES = (
    GRANTABLE,
    FIRST_DAYS,
    MAXIMUM_DAYS,
    FOR_WHOM,
    GRANTED_BY,
    QUESTIONING_BLOCKED,
    POLICE_KEPT_OUT,
)


@dataclass(frozen=True, slots=True)
class Recovery:
    """The recovery period in the law of one day: nobody, no time, where there is none."""

    grantable: bool
    first_days: int
    maximum_days: int
    for_whom: frozenset[str]
    granted_by: frozenset[Body]
    questioning_blocked: bool
    police_kept_out: bool

    def first_end(self, start: date) -> date:
        """Return the end, exclusive, of a first grant that begins on the day."""
        return start + timedelta(days=self.first_days)

    def latest_end(self, start: date, used_days: int = 0) -> date:
        """Return the end, exclusive, of the longest period after the days granted earlier."""
        return start_of_whole(start, used_days) + timedelta(days=self.maximum_days)


def on(day: date) -> Recovery:
    """Return the law of the recovery period on the day."""
    return Recovery(
        grantable=GRANTABLE.value_on(day),
        first_days=FIRST_DAYS.value_on(day),
        maximum_days=MAXIMUM_DAYS.value_on(day),
        for_whom=FOR_WHOM.value_on(day),
        granted_by=GRANTED_BY.value_on(day),
        questioning_blocked=QUESTIONING_BLOCKED.value_on(day),
        police_kept_out=POLICE_KEPT_OUT.value_on(day),
    )
