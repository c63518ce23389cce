"""Referrals and the decisions on them."""

from suoja.referrals.models.decision import Decision
from suoja.referrals.models.letter import LetterPart
from suoja.referrals.models.referral import (
    AccompanyingChild,
    Referral,
    ReferralGroup,
    ReferralQuerySet,
)

__all__ = [
    "AccompanyingChild",
    "Decision",
    "LetterPart",
    "Referral",
    "ReferralGroup",
    "ReferralQuerySet",
]
