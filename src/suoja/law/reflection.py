"""The reflection period: time for a victim without a right of residence to recover and decide."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from suoja.core.calendar import add_months
from suoja.law.choices import Body
from suoja.law.lengths import start_of_whole
from suoja.law.provisions import ACT_2015, Provision, Timeline

Value = TypeVar("Value")

ACT_2006 = date(2006, 7, 31)
BEFORE = "Act 619/2006, which brought the reflection period, was not yet in force."
FIRST_DAY = "That Act 619/2006 came into force on 31 July 2006 is general knowledge."
STUDY = "Ministry of the Interior, publication 2023:22"


def since_2006(provision: Provision[Value], otherwise: Value, note: str = "") -> Timeline[Value]:
    """Return the provision of 2015 with the same one before it, as it is supposed to have held."""
    uncertain = "Read only of the time since 1 July 2015, and taken back."
    earlier = replace(
        provision,
        version="2006",
        in_force_from=ACT_2006,
        in_force_to=ACT_2015,
        sources=("Act 619/2006",),
        verified=False,
        note=" ".join(filter(None, (uncertain, FIRST_DAY, note))),
    )
    return Timeline((earlier, provision), otherwise, BEFORE)


LEGAL_BASIS = since_2006(
    Provision(
        subject="reflection.legal_basis",
        value="Aliens Act 301/2004, sections 52 b and 52 c",
        text="The reflection period is laid down in sections 52 b and 52 c of the Aliens Act.",
        in_force_from=ACT_2015,
        sources=("R104", "HE 266/2014", STUDY),
        note="The 2020 report prints 52 d: inconsistency 35.",
    ),
    otherwise="",
)
MINIMUM_DAYS = since_2006(
    Provision(
        subject="reflection.minimum_days",
        value=30,
        text="A reflection period lasts at least thirty days.",
        in_force_from=ACT_2015,
        sources=("Aliens Act 301/2004 52 b", STUDY, "Council of Europe Convention, article 13"),
    ),
    otherwise=0,
)
MAXIMUM_MONTHS = since_2006(
    Provision(
        subject="reflection.maximum_months",
        value=6,
        text="The reflection periods of a person last at most six months in all.",
        in_force_from=ACT_2015,
        sources=("R102", "Aliens Act 301/2004 52 b", STUDY),
        note="Calendar months, over all grants together: our reading.",
    ),
    otherwise=0,
)
FOR_WHOM = since_2006(
    Provision(
        subject="reflection.for_whom",
        value=frozenset({"undocumented"}),
        text="It may be given to a possible victim who has no right of residence in Finland.",
        in_force_from=ACT_2015,
        sources=("R101", "Aliens Act 301/2004 52 b", STUDY),
    ),
    otherwise=frozenset(),
)
GRANTED_BY = since_2006(
    Provision(
        subject="reflection.granted_by",
        value=frozenset({Body.ASSISTANCE_SYSTEM, Body.POLICE, Body.BORDER_GUARD}),
        text="The assistance system, the police or the Border Guard may grant it.",
        in_force_from=ACT_2015,
        sources=("R103", "Aliens Act 301/2004 52 c", "HE 266/2014"),
        note="That the granting bodies stand in 52 c is general knowledge; who they are is not.",
    ),
    otherwise=frozenset(),
    note="The assistance system may have gained the power only in 2015.",
)
POLICE_NOTIFIED = since_2006(
    Provision(
        subject="reflection.police_notified",
        value=True,
        text="The police learn of every reflection period, so that the right to stay is known; "
        "nothing else about the client goes with it.",
        in_force_from=ACT_2015,
        sources=("R109",),
    ),
    otherwise=False,
)
QUESTIONING_BLOCKED = since_2006(
    Provision(
        subject="reflection.questioning_blocked",
        value=True,
        text="Criminal investigators do not question the person during it, "
        "unless it is absolutely necessary.",
        in_force_from=ACT_2015,
        sources=("R110",),
    ),
    otherwise=False,
)
LEGALISES_STAY = since_2006(
    Provision(
        subject="reflection.legalises_stay",
        value=True,
        text="The stay is lawful during it, and the person is not removed from the country "
        "against his or her will.",
        in_force_from=ACT_2015,
        sources=("R102", "R107", "Aliens Act 301/2004 40"),
    ),
    otherwise=False,
)
TIMELINES = (
    LEGAL_BASIS,
    MINIMUM_DAYS,
    MAXIMUM_MONTHS,
    FOR_WHOM,
    GRANTED_BY,
    POLICE_NOTIFIED,
    QUESTIONING_BLOCKED,
    LEGALISES_STAY,
)


@dataclass(frozen=True, slots=True)
class Reflection:
    """The reflection period in the law of one day: nobody, no time, where there is none."""

    legal_basis: str
    minimum_days: int
    maximum_months: int
    for_whom: frozenset[str]
    granted_by: frozenset[Body]
    police_notified: bool
    questioning_blocked: bool
    legalises_stay: bool

    def earliest_end(self, start: date) -> date:
        """Return the end, exclusive, of the shortest period that begins on the day."""
        return start + timedelta(days=self.minimum_days)

    def latest_end(self, start: date, used_days: int = 0) -> date:
        """Return the end, exclusive, of the longest period after the days granted earlier."""
        return add_months(start_of_whole(start, used_days), self.maximum_months)


def on(day: date) -> Reflection:
    """Return the law of the reflection period on the day."""
    return Reflection(
        legal_basis=LEGAL_BASIS.value_on(day),
        minimum_days=MINIMUM_DAYS.value_on(day),
        maximum_months=MAXIMUM_MONTHS.value_on(day),
        for_whom=FOR_WHOM.value_on(day),
        granted_by=GRANTED_BY.value_on(day),
        police_notified=POLICE_NOTIFIED.value_on(day),
        questioning_blocked=QUESTIONING_BLOCKED.value_on(day),
        legalises_stay=LEGALISES_STAY.value_on(day),
    )
