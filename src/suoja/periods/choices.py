"""The words of a period."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    REFLECTION = "reflection", _("Reflection period")
    RECOVERY = "recovery", _("Recovery period")


class Granter(TextChoices):
    ASSISTANCE_SYSTEM = "assistance_system", _("Assistance system")
    POLICE = "police", _("Police")
    BORDER_GUARD = "border_guard", _("Border Guard")


class EarlyEnd(TextChoices):
    PERMIT_GRANTED = "permit_granted", _("Residence permit granted")
    RETURNED_HOME = "returned_home", _("Returned home")
    INTERRUPTED = "interrupted", _("Interrupted")
