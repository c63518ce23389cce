"""Whom to tell of a client, and what may be asked of others."""

from dataclasses import dataclass
from datetime import date

from suoja.law.choices import Body, Disclosure
from suoja.law.provisions import (
    ACT_2015,
    DAY_OF_NOVEMBER,
    FIRST_DAY,
    NOVEMBER_2018_OVER,
    Provision,
    Timeline,
)

READING_OF_2015 = (
    "Act 388/2015 was read so at the time; the reading was given up, the Act was not changed."
)
ALWAYS = frozenset({Disclosure.SERIOUS_THREAT, Disclosure.REFLECTION_PERIOD_GRANTED})

POLICE_TOLD_OF_CLIENTS = Timeline(
    (
        Provision(
            subject="notification.police_told_of_clients",
            version="2015",
            value=True,
            text="The police are told of every new client.",
            in_force_from=ACT_2015,
            in_force_to=NOVEMBER_2018_OVER,
            sources=("R116",),
            note=f"{READING_OF_2015} {DAY_OF_NOVEMBER}",
        ),
        Provision(
            subject="notification.police_told_of_clients",
            version="2018",
            value=False,
            text="The assistance system has neither a duty nor a right to tell the police of its "
            "clients as a matter of course. Nobody needs to report a crime to become one.",
            in_force_from=NOVEMBER_2018_OVER,
            sources=("R075", "R117"),
            note=DAY_OF_NOVEMBER,
        ),
    ),
    otherwise=False,
    before="No duty to tell the police of clients is known to us from before 1 July 2015.",
)
DISCLOSURE_GROUNDS = Timeline(
    (
        Provision(
            subject="notification.disclosure_grounds",
            version="2006",
            value=ALWAYS,
            text="The police are told of a serious threat, and of a reflection period.",
            in_force_from=FIRST_DAY,
            in_force_to=ACT_2015,
            sources=("R109", "R118"),
            verified=False,
            note="Read only of 2018 and later, and taken back.",
        ),
        Provision(
            subject="notification.disclosure_grounds",
            version="2015",
            value=ALWAYS | {Disclosure.CLIENT_NOTIFICATION},
            text="The police are told of every new client, of a serious threat, and of a "
            "reflection period.",
            in_force_from=ACT_2015,
            in_force_to=NOVEMBER_2018_OVER,
            sources=("R109", "R116", "R118"),
            note=f"{READING_OF_2015} {DAY_OF_NOVEMBER}",
        ),
        Provision(
            subject="notification.disclosure_grounds",
            version="2018",
            value=ALWAYS,
            text="The police are told what they need to protect people and to judge a serious "
            "threat to the client, those close, others or staff; and of a reflection period. "
            "Nothing else is told without the client's wish.",
            in_force_from=NOVEMBER_2018_OVER,
            sources=("R109", "R117", "R118", "R119"),
            note=DAY_OF_NOVEMBER,
        ),
    ),
    otherwise=frozenset(),
)
REFERRER_TOLD_OUTCOME_ONLY = Timeline(
    (
        Provision(
            subject="notification.referrer_told_outcome_only",
            value=True,
            text="Who referred somebody may be told yes or no, and nothing more.",
            in_force_from=ACT_2015,
            sources=("ihmiskauppa.fi, about 2018",),
            note="The page gives no first day; that of Act 388/2015 is supposed.",
        ),
    ),
    otherwise=True,
    before="Nothing is known to us from before 1 July 2015; silence is the safer answer.",
)
MAY_ASK = Timeline(
    (
        Provision(
            subject="notification.may_ask",
            value=frozenset(
                {
                    Body.IMMIGRATION_SERVICE,
                    Body.MINISTRY_OF_THE_INTERIOR,
                    Body.PRE_TRIAL_INVESTIGATION,
                    Body.RECEPTION_CENTRE,
                    Body.REGISTRATION_CENTRE,
                }
            ),
            text="For its decision the assistance system may ask these authorities, and they "
            "answer in spite of their duty of secrecy.",
            in_force_from=ACT_2015,
            sources=("ihmiskauppa.fi, about 2018",),
            note="The page gives no first day; that of Act 388/2015 is supposed.",
        ),
    ),
    otherwise=frozenset(),
    before="No such right is known to us from before 1 July 2015.",
)
TIMELINES = (POLICE_TOLD_OF_CLIENTS, DISCLOSURE_GROUNDS, REFERRER_TOLD_OUTCOME_ONLY, MAY_ASK)


@dataclass(frozen=True, slots=True)
class Notification:
    """Whom the law of one day lets us tell and ask."""

    police_told_of_clients: bool
    disclosure_grounds: frozenset[Disclosure]
    referrer_told_outcome_only: bool
    may_ask: frozenset[Body]

    def allows(self, ground: str) -> bool:
        """Test if the police may be told on this ground."""
        return ground in self.disclosure_grounds


def on(day: date) -> Notification:
    """Return whom to tell on the day."""
    return Notification(
        police_told_of_clients=POLICE_TOLD_OF_CLIENTS.value_on(day),
        disclosure_grounds=DISCLOSURE_GROUNDS.value_on(day),
        referrer_told_outcome_only=REFERRER_TOLD_OUTCOME_ONLY.value_on(day),
        may_ask=MAY_ASK.value_on(day),
    )
