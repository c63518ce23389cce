"""Identification: what it means that somebody is a victim, who says so, and what follows."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from suoja.law.choices import Body, Identification
from suoja.law.provisions import (
    ACT_2015,
    DAY_OF_REFORM,
    FIRST_DAY,
    REFORM_2023,
    Provision,
    Timeline,
)

Value = TypeVar("Value")

BEFORE = "The Act knew no official identification before 1 July 2015."
UNTIL_2023 = f"The last day, 31 December 2022, is uncertain. {DAY_OF_REFORM}"
EXPERTS = frozenset(
    {
        Body.SOCIAL_SERVICES,
        Body.CHILD_WELFARE,
        Body.HEALTH_CARE,
        Body.POLICE,
        Body.NATIONAL_BUREAU_OF_INVESTIGATION,
        Body.BORDER_GUARD,
        Body.IMMIGRATION_SERVICE,
        Body.JOUTSENO_RECEPTION_CENTRE,
    }
)


def of_2015(*, subject: str, value: Value, text: str, sources: tuple[str, ...]) -> Provision[Value]:
    """Return a provision of Act 388/2015 that the reform of 2023 took away."""
    return Provision(
        subject=subject,
        version="2015",
        value=value,
        text=text,
        in_force_from=ACT_2015,
        in_force_to=REFORM_2023,
        sources=sources,
        note=UNTIL_2023,
    )


def of_2023(*, subject: str, value: Value, text: str, sources: tuple[str, ...]) -> Provision[Value]:
    """Return a provision of the Act proposed in HE 220/2022."""
    return Provision(
        subject=subject,
        version="2023",
        value=value,
        text=text,
        in_force_from=REFORM_2023,
        sources=sources,
        verified=False,
        note=DAY_OF_REFORM,
    )


MEANING = Timeline(
    (
        Provision(
            subject="identification.meaning",
            version="2006",
            value=Identification.BY_CIRCUMSTANCES,
            text="A victim is who has a victim's residence permit or a reflection period, or can "
            "otherwise be judged from the circumstances to be one. There is no further step.",
            in_force_from=FIRST_DAY,
            in_force_to=ACT_2015,
            sources=("HE 183/2006", "Reception Act 746/2011, section 3(7) as first passed"),
            note="Up to the end of 2006 no Act said so: the first came into force on 1.1.2007.",
        ),
        of_2015(
            subject="identification.meaning",
            value=Identification.OFFICIAL_STEP,
            text="Whoever is admitted is a possible victim; official identification may follow. "
            "It touches the assistance and has no other legal effect.",
            sources=("R066", "R132", "Act 388/2015", "HE 266/2014"),
        ),
        of_2023(
            subject="identification.meaning",
            value=Identification.ADMISSION,
            text="The decision to admit is the identification. It does not bind other "
            "authorities, but they must take it into account.",
            sources=("HE 220/2022", "Ministry of the Interior 2022", "ihmiskauppa.fi"),
        ),
    ),
    otherwise=Identification.BY_CIRCUMSTANCES,
)
BODIES = Timeline(
    (
        of_2015(
            subject="identification.bodies",
            value=frozenset(
                {Body.PRE_TRIAL_INVESTIGATION, Body.IMMIGRATION_SERVICE, Body.ASSISTANCE_SYSTEM}
            ),
            text="Criminal investigators, the Immigration Service and the assistance system "
            "identify.",
            sources=("R126",),
        ),
        of_2023(
            subject="identification.bodies",
            value=frozenset({Body.ASSISTANCE_SYSTEM}),
            text="The assistance system identifies, by admitting.",
            sources=("ihmiskauppa.fi",),
        ),
    ),
    otherwise=frozenset(),
    before=BEFORE,
)
OWN_CASES_ABROAD_ONLY = Timeline(
    (
        of_2015(
            subject="identification.own_cases_abroad_only",
            value=True,
            text="The assistance system takes up those who may have been exploited abroad, "
            "when an investigation in Finland is not possible.",
            sources=("R127",),
        ),
        of_2023(
            subject="identification.own_cases_abroad_only",
            value=False,
            text="Admission identifies wherever the exploitation took place.",
            sources=("HE 220/2022", "ihmiskauppa.fi"),
        ),
    ),
    otherwise=False,
    before=BEFORE,
)
EXPERTS_HEARD = Timeline(
    (
        of_2015(
            subject="identification.experts_heard",
            value=EXPERTS,
            text="Before the assistance system decides, it hears a group of experts.",
            sources=("R128", "R129"),
        ),
        of_2023(
            subject="identification.experts_heard",
            value=frozenset(),
            text="There is no step of identification before which to hear a group of experts.",
            sources=("HE 220/2022",),
        ),
    ),
    otherwise=frozenset(),
    before=BEFORE,
)
NOT_IDENTIFIED_ENDS = Timeline(
    (
        of_2015(
            subject="identification.not_identified_ends",
            value=True,
            text="Who is assessed not to be a victim is removed from the assistance system; "
            "who is identified stays as long as help is needed.",
            sources=("R130", "R131", "R229"),
        ),
        of_2023(
            subject="identification.not_identified_ends",
            value=False,
            text="Help goes on for as long as the harm calls for it, whatever becomes of the "
            "criminal case.",
            sources=("HE 220/2022", "ihmiskauppa.fi"),
        ),
    ),
    otherwise=False,
    before=BEFORE,
)
TIMELINES = (MEANING, BODIES, OWN_CASES_ABROAD_ONLY, EXPERTS_HEARD, NOT_IDENTIFIED_ENDS)


@dataclass(frozen=True, slots=True)
class IdentificationLaw:
    """What the law of one day means by identification."""

    meaning: Identification
    bodies: frozenset[Body]
    own_cases_abroad_only: bool
    experts_heard: frozenset[Body]
    not_identified_ends: bool

    @property
    def is_own_step(self) -> bool:
        """Test if identification is a decision of its own, after admission."""
        return self.meaning is Identification.OFFICIAL_STEP


def on(day: date) -> IdentificationLaw:
    """Return the law of identification on the day."""
    return IdentificationLaw(
        meaning=MEANING.value_on(day),
        bodies=BODIES.value_on(day),
        own_cases_abroad_only=OWN_CASES_ABROAD_ONLY.value_on(day),
        experts_heard=EXPERTS_HEARD.value_on(day),
        not_identified_ends=NOT_IDENTIFIED_ENDS.value_on(day),
    )
