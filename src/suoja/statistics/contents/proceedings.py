"""Referrals, decisions, exits, periods and identification."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from suoja.statistics.choices import Outcome
from suoja.statistics.dimensions import process
from suoja.statistics.measures import decisions as decided
from suoja.statistics.measures.exits import EXITS
from suoja.statistics.measures.identification import IDENTIFICATION
from suoja.statistics.measures.identified_by_admission import IDENTIFIED_BY_ADMISSION
from suoja.statistics.measures.movements import MOVEMENTS
from suoja.statistics.measures.persons_proposed import PERSONS_PROPOSED
from suoja.statistics.measures.recovery_periods import RECOVERY_PERIODS
from suoja.statistics.measures.referrals import REFERRALS as RECEIVED
from suoja.statistics.measures.reflection_periods import REFLECTION_PERIODS
from suoja.statistics.measures.refusals import REFUSALS
from suoja.statistics.spec import Spec
from suoja.vocabulary.choices import Category

REFERRALS: tuple[Spec[Any], ...] = (
    Spec(
        "referrals_by_referrer",
        _("Referrals by who made them"),
        RECEIVED,
        (process.REFERRER,),
    ),
    Spec(
        "referrals_by_organisation",
        _("Referrals by named organisation"),
        RECEIVED,
        (process.ORGANISATION,),
    ),
    Spec(
        "referrals_by_request_number",
        _("Referrals by request number"),
        RECEIVED,
        (process.REQUEST_NUMBER,),
    ),
    Spec(
        "referrals_by_repetition",
        _("Referrals of people proposed once and again"),
        PERSONS_PROPOSED,
        (process.REPETITION,),
        base="referrals",
    ),
)

DECISIONS: tuple[Spec[Any], ...] = (
    Spec(
        "decisions_by_outcome",
        _("Decisions on referrals"),
        decided.DECISIONS,
        (process.OUTCOME,),
    ),
    Spec(
        "decisions_by_outcome_and_request_number",
        _("Decisions by outcome and request number"),
        decided.DECISIONS,
        (process.OUTCOME, process.REQUEST_NUMBER),
    ),
    Spec(
        "decisions_by_outcome_and_time_received",
        _("Decisions by outcome and when the referral had come"),
        decided.DECISIONS,
        (process.OUTCOME, process.RECEIVED),
    ),
    Spec(
        "refusals_by_ground",
        _("Refusals by ground"),
        REFUSALS,
        (process.REFUSAL_GROUND,),
        base="decisions",
        within={"outcome": Outcome.NEGATIVE.value},
    ),
    Spec(
        "decisions_on_entry_and_removal",
        _("Decisions on entry to the system and removal from it"),
        MOVEMENTS,
        (process.MOVEMENT,),
    ),
    Spec("exits_by_ground", _("Clients who left by ground"), EXITS, (process.EXIT_GROUND,)),
)

PERIODS: tuple[Spec[Any], ...] = (
    Spec(
        "reflection_periods_by_granter",
        _("Reflection periods by who granted them"),
        REFLECTION_PERIODS,
        (process.GRANTED_BY,),
    ),
    Spec(
        "recovery_periods_by_granter",
        _("Recovery periods by who granted them"),
        RECOVERY_PERIODS,
        (process.GRANTED_BY,),
    ),
    Spec(
        "identification_by_outcome",
        _("Official identification by the assistance system"),
        IDENTIFICATION,
        (process.IDENTIFICATION_OUTCOME,),
    ),
    Spec(
        "identified_by_admission",
        _("Victims identified by admission"),
        IDENTIFIED_BY_ADMISSION,
        base="new_clients",
        within={"category": Category.VICTIM.value},
    ),
)
