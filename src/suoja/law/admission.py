"""Admission and removal: who proposes, how, who decides, and who can become a client."""

from dataclasses import dataclass
from datetime import date

from suoja.law.choices import OralGround, Proposer
from suoja.law.provisions import ACT_2015, FIRST_DAY, Provision, Timeline

TAKEN_BACK = "First said in the 2014 report, and taken back to the beginning."
WEBSITE_2018 = "ihmiskauppa.fi, about 2018"
SUPPOSED_2015 = "The page gives no first day; that of Act 388/2015 is supposed."

DECIDED_BY = Timeline(
    (
        Provision(
            subject="admission.decided_by",
            value="director",
            text="The director of the Joutseno Reception Centre decides on admission, on services "
            "and on removal.",
            in_force_from=FIRST_DAY,
            sources=("R009", "R063", "R074"),
            note=TAKEN_BACK,
        ),
    ),
    otherwise="director",
)
APPEALABLE = Timeline(
    (
        Provision(
            subject="admission.appealable",
            value=True,
            text="Decisions on admission and removal are administrative decisions and can be "
            "appealed.",
            in_force_from=ACT_2015,
            sources=(WEBSITE_2018,),
            note=SUPPOSED_2015,
        ),
    ),
    otherwise=True,
    before="Nothing was read of appeals before 1 July 2015; an appeal is not to be lost.",
)
PROPOSERS = Timeline(
    (
        Provision(
            subject="admission.proposers",
            value=frozenset(Proposer),
            text="An authority, the person, or a private or public producer of services may "
            "propose that a person be admitted.",
            in_force_from=FIRST_DAY,
            sources=("R044", "R047", "R048"),
            note=TAKEN_BACK,
        ),
    ),
    otherwise=frozenset(),
)
ORAL_GROUNDS = Timeline(
    (
        Provision(
            subject="admission.oral_grounds",
            value=frozenset(OralGround),
            text="A proposal is made in writing; word of mouth is enough when it is urgent or "
            "made by the person.",
            in_force_from=FIRST_DAY,
            sources=("R045", "R046"),
            note=f"{TAKEN_BACK} No form is compulsory.",
        ),
    ),
    otherwise=frozenset(),
)
CHILD_IS_URGENT = Timeline(
    (
        Provision(
            subject="admission.child_is_urgent",
            value=True,
            text="Every proposal of a child is urgent.",
            in_force_from=ACT_2015,
            sources=(WEBSITE_2018,),
            note=SUPPOSED_2015,
        ),
    ),
    otherwise=True,
    before="Nothing was read of it from before 1 July 2015; a child is not to wait.",
)
CONSENT_NEEDED = Timeline(
    (
        Provision(
            subject="admission.consent_needed",
            value=True,
            text="Nobody becomes a client without wishing it; consent can be withdrawn, and a "
            "client may leave by saying so.",
            in_force_from=FIRST_DAY,
            sources=("R052", WEBSITE_2018),
            note="First read in the 2018 report, and taken back to the beginning.",
        ),
    ),
    otherwise=True,
)
CATEGORIES = Timeline(
    (
        Provision(
            subject="admission.categories",
            value=frozenset({"victim", "witness", "dependent_child"}),
            text="Those who may be victims and need help for it, those who help to investigate "
            "the crime, and the children of clients can be admitted.",
            in_force_from=FIRST_DAY,
            sources=("R004", "R064", "R077", "R078", "R080", "HE 183/2006"),
            note="First read in later reports, and taken back to the beginning.",
        ),
    ),
    otherwise=frozenset(),
)
TIMELINES = (
    DECIDED_BY,
    APPEALABLE,
    PROPOSERS,
    ORAL_GROUNDS,
    CHILD_IS_URGENT,
    CONSENT_NEEDED,
    CATEGORIES,
)


@dataclass(frozen=True, slots=True)
class Admission:
    """How the law of one day has people admitted and removed."""

    decided_by: str
    appealable: bool
    proposers: frozenset[Proposer]
    oral_grounds: frozenset[OralGround]
    child_is_urgent: bool
    consent_needed: bool
    categories: frozenset[str]

    def oral_is_enough(self, *, urgent: bool, by_the_person: bool) -> bool:
        """Test if a proposal by word of mouth is enough."""
        given = {OralGround.URGENT: urgent, OralGround.BY_THE_PERSON: by_the_person}
        return any(given[ground] for ground in self.oral_grounds)


def on(day: date) -> Admission:
    """Return the law of admission on the day."""
    return Admission(
        decided_by=DECIDED_BY.value_on(day),
        appealable=APPEALABLE.value_on(day),
        proposers=PROPOSERS.value_on(day),
        oral_grounds=ORAL_GROUNDS.value_on(day),
        child_is_urgent=CHILD_IS_URGENT.value_on(day),
        consent_needed=CONSENT_NEEDED.value_on(day),
        categories=CATEGORIES.value_on(day),
    )
