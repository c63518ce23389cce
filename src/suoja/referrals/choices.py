"""The words of a referral."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(TextChoices):
    RECEIVED = "received", _("Received")
    UNDER_ASSESSMENT = "under_assessment", _("Under assessment")
    MORE_INFORMATION_ASKED = "more_information_asked", _("More information asked")
    DECIDED_POSITIVE = "decided_positive", _("Admitted")
    DECIDED_NEGATIVE = "decided_negative", _("Refused")
    WITHDRAWN = "withdrawn", _("Lapsed, consent withdrawn")


class Outcome(TextChoices):
    POSITIVE = "positive", _("Positive")
    NEGATIVE = "negative", _("Negative")
    LAPSED = "lapsed_consent_withdrawn", _("Lapsed, consent withdrawn")


class RefusalGround(TextChoices):
    """Why a person is not admitted (R067-R069)."""

    NO_NEED_OF_ASSISTANCE = "no_need_of_assistance", _("No need of assistance from the system")
    NOT_TRAFFICKING_OTHER_VIOLATION = (
        "not_trafficking_other_violation",
        _("Not trafficking, possibly another violation of rights"),
    )
    NOT_CREDIBLE = "not_credible", _("Account not credible")
    OTHER = "other", pgettext_lazy("refusal ground", "Other")


class Manner(TextChoices):
    WRITTEN = "written", _("In writing")
    ORAL = "oral", _("Orally")


class OralGround(TextChoices):
    """When an oral referral is enough (R045)."""

    URGENT = "urgent", _("Urgent")
    BY_THE_PERSON = "by_the_person", _("The person asks for themselves")
