"""The words of a client's file."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ExitGround(TextChoices):
    """Why somebody leaves (R135-R141); the last three end only a child's spell."""

    NOT_TRAFFICKING = "not_trafficking", _("Not trafficking")
    CONTINUOUS_RESIDENCE_PERMIT = (
        "continuous_residence_permit",
        _("Continuous residence permit granted"),
    )
    NEED_ENDED = "need_ended", _("Need of assistance ended")
    ENTRY_REFUSED = "entry_refused", _("Entry refused")
    DISAPPEARED = "disappeared", _("Disappeared")
    RETURNED_HOME = "returned_home", _("Returned to home country")
    NOT_IDENTIFIED = "not_identified", _("Not officially identified")
    OWN_WISH = "own_wish", _("Own wish")
    DIED = "died", _("Died")
    NOT_RECORDED = "not_recorded", pgettext_lazy("ground of exit", "Not recorded")
    GUARDIAN_LEFT = "guardian_left", _("Guardian left")
    CAME_OF_AGE = "came_of_age", _("Came of age")
    BECAME_CLIENT = "became_client", _("Became a client")


OF_CHILDREN_ONLY = frozenset(
    {ExitGround.GUARDIAN_LEFT, ExitGround.CAME_OF_AGE, ExitGround.BECAME_CLIENT}
)


class ReturnKind(TextChoices):
    SPONTANEOUS = "spontaneous", _("On their own")
    ASSISTED = "assisted", _("Assisted")
