"""Who opens what arrives, and what they were told of."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from suoja.core.constraints import in_order
from suoja.intake.models.arrivals import NOTHING


class DutyQuerySet(models.QuerySet["Duty"]):
    def at(self, moment: datetime) -> DutyQuerySet:
        return self.filter(began_at__lte=moment, ends_at__gt=moment)

    def by_name(self) -> DutyQuerySet:
        return self.select_related("staff").order_by("staff__display_name")


class Duty(models.Model):
    """The hours in which a member of staff opens what arrives."""

    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="duties"
    )
    began_at = models.DateTimeField(_("on duty since"))
    ends_at = models.DateTimeField(_("on duty until"))

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = _("duty")
        constraints = [
            in_order(
                "began_at",
                "ends_at",
                name="duty_ends_after_it_began",
                message=_("Duty ends after it begins."),
            ),
        ]

    class Privacy:
        identifying = NOTHING
        sensitive = frozenset({"staff", "began_at", "ends_at"})
        statistical = NOTHING
        technical = frozenset({"id"})

    def __str__(self) -> str:
        return f"{self.staff_id} until {self.ends_at:%Y-%m-%d %H:%M}"


class Announcement(models.Model):
    """What somebody on duty was told of by mail: an arrival, by the id that its message keeps."""

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="announcements")
    arrival = models.UUIDField(editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["duty", "arrival"], name="announcement_once"),
        ]

    class Privacy:
        identifying = NOTHING
        sensitive = frozenset({"duty"})
        statistical = NOTHING
        technical = frozenset({"id", "arrival"})

    def __str__(self) -> str:
        return f"{self.arrival} told to {self.duty_id}"
