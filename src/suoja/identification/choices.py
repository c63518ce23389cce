"""The words of identification."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Body(TextChoices):
    ASSISTANCE_SYSTEM = "assistance_system", _("Assistance system")
    PRE_TRIAL_INVESTIGATION = "pre_trial_investigation", _("Pre-trial investigation authority")
    IMMIGRATION_SERVICE = "immigration_service", _("Finnish Immigration Service")


class Status(TextChoices):
    WAITING = "waiting", _("Waiting for assessment")
    ASSESSING = "assessing", _("Being assessed")
    GROUP_HEARD = "group_heard", _("Group of experts heard")
    IDENTIFIED = "identified", _("Officially identified")
    NOT_IDENTIFIED = "not_identified", _("Not identified")


OUTCOMES = frozenset({Status.IDENTIFIED, Status.NOT_IDENTIFIED})
