"""The words of accounts."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a member of staff is here for; one person has one role."""

    ADVISER = "adviser", _("Adviser")
    SOCIAL_COUNSELLOR = "social_counsellor", _("Social counsellor")
    NURSE = "nurse", _("Nurse")
    DIRECTOR = "director", _("Director")
    OPERATOR = "operator", _("Helpline operator")
    EXPERT = "expert", _("Member of the expert group")
    STATISTICIAN = "statistician", _("Statistician")
    COORDINATOR = "coordinator", _("Coordinator")
    DATA_PROTECTION_OFFICER = "data_protection_officer", _("Data protection officer")
    ADMINISTRATOR = "administrator", _("Administrator")


class Language(TextChoices):
    """The languages of the staff pages, each by its own name."""

    EN = "en", "English"
    FI = "fi", "suomi"
    SV = "sv", "svenska"


class Failure(TextChoices):
    """Why a sign-in came to nothing, as the audit says it."""

    UNKNOWN_NAME = "unknown_name"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105
    INACTIVE = "inactive"
    WRONG_CODE = "wrong_code"
    USED_CODE = "used_code"
    TOO_MANY_ATTEMPTS = "too_many_attempts"
