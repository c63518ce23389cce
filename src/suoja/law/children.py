"""Children: when somebody is one, who consents, and since when they are counted."""

from dataclasses import dataclass
from datetime import date

from suoja.core.calendar import birthday
from suoja.law.choices import Signature
from suoja.law.provisions import ACT_2015, FIRST_DAY, Provision, Timeline

AGE_OF_MAJORITY = Timeline(
    (
        Provision(
            subject="children.age_of_majority",
            value=18,
            text="A person is a child up to the day he or she turns eighteen.",
            in_force_from=FIRST_DAY,
            sources=("Convention on the Rights of the Child, article 1", "R165", "R188"),
        ),
    ),
    otherwise=18,
)
AGE_OF_CONSENT = Timeline(
    (
        Provision(
            subject="children.age_of_consent",
            value=15,
            text="From fifteen on a child consents to admission in person, besides a guardian or "
            "representative; a younger child is heard according to age, and the guardian or "
            "representative signs. A suspected guardian is replaced by a representative.",
            in_force_from=ACT_2015,
            sources=("ihmiskauppa.fi, about 2018",),
            note="The page gives no first day; that of Act 388/2015 is supposed. That the "
            "guardian signs for those of fifteen to seventeen too is our reading.",
        ),
    ),
    otherwise=15,
    before="Nothing was read of it from before 1 July 2015; the later age is used.",
)
COUNTED_BESIDE_CLIENTS = Timeline(
    (
        Provision(
            subject="children.counted_beside_clients",
            value=True,
            text="The dependent children of clients are counted, beside the clients and never "
            "among them.",
            in_force_from=date(2016, 1, 1),
            sources=("R151", "R153", "R155", "R168"),
            note='The 2014 report still tells "approximately 60": inconsistency 30.',
        ),
    ),
    otherwise=False,
    before="Children of clients were not in the statistics before 2016.",
)
TIMELINES = (AGE_OF_MAJORITY, AGE_OF_CONSENT, COUNTED_BESIDE_CLIENTS)


@dataclass(frozen=True, slots=True)
class Children:
    """What the law of one day says of children."""

    age_of_majority: int
    age_of_consent: int
    counted_beside_clients: bool

    def coming_of_age(self, born: date) -> date:
        """Return the first day on which somebody born then is of age."""
        return birthday(born, self.age_of_majority)

    def signatures(self, age: int) -> frozenset[Signature]:
        """Return whose consent a person of this age needs to be admitted."""
        own = {Signature.PERSON} if age >= self.age_of_consent else set()
        guardian = {Signature.GUARDIAN_OR_REPRESENTATIVE} if age < self.age_of_majority else set()
        return frozenset(own | guardian)


def on(day: date) -> Children:
    """Return what the law says of children on the day."""
    return Children(
        age_of_majority=AGE_OF_MAJORITY.value_on(day),
        age_of_consent=AGE_OF_CONSENT.value_on(day),
        counted_beside_clients=COUNTED_BESIDE_CLIENTS.value_on(day),
    )
