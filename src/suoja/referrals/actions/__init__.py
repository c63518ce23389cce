"""Everything that is done to a referral."""

from suoja.referrals.actions.assessment import ask_for_more, assess, withdraw_consent
from suoja.referrals.actions.decision import decide
from suoja.referrals.actions.reading import open_referral, record_listing
from suoja.referrals.actions.recognition import recognise
from suoja.referrals.actions.registration import add_child, open_group, register

__all__ = [
    "add_child",
    "ask_for_more",
    "assess",
    "decide",
    "open_group",
    "open_referral",
    "recognise",
    "record_listing",
    "register",
    "withdraw_consent",
]
