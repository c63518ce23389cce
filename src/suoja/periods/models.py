"""Periods granted to a person."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from suoja.core.constraints import in_order, one_of, together
from suoja.core.vault import SealedTextField
from suoja.periods.choices import EarlyEnd, Granter, Kind
from suoja.persons.models import Person


class GrantedPeriodQuerySet(models.QuerySet["GrantedPeriod"]):
    def of(self, person: Person) -> GrantedPeriodQuerySet:
        return self.filter(person=person)

    def running_on(self, day: date) -> GrantedPeriodQuerySet:
        not_ended_early = Q(ended_early_on__isnull=True) | Q(ended_early_on__gt=day)
        return self.filter(not_ended_early, starts_on__lte=day, ends_on__gt=day)

    def soonest_ending_first(self) -> GrantedPeriodQuerySet:
        return self.order_by("ends_on", "pk")


class GrantedPeriod(models.Model):
    """A reflection or recovery period: from `starts_on` until the day before `ends_on`."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="periods")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    granted_by_body = models.CharField(_("granted by"), max_length=30, choices=Granter)
    granted_on = models.DateField(_("granted"), db_index=True)
    starts_on = models.DateField(_("starts"))
    ends_on = models.DateField(_("ends"))
    extended_on = models.DateField(_("extended"), null=True)
    to_client = models.BooleanField(_("to a client"), default=True)
    police_notified_on = models.DateField(_("police told"), null=True)
    ended_early_on = models.DateField(_("ended early"), null=True)
    early_end = models.CharField(max_length=20, choices=EarlyEnd, null=True)
    reasons = SealedTextField(_("reasons"), null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = GrantedPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("period")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="period_ends_after_it_starts",
                violation_error_message=_("The period ends before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.REFLECTION, police_notified_on__isnull=False)
                | Q(kind=Kind.RECOVERY, police_notified_on__isnull=True),
                name="period_police_told_of_reflection_only",
                violation_error_message=_("The police are told of each reflection period."),
            ),
            together(
                "ended_early_on",
                "early_end",
                name="period_early_end_is_whole",
                message=_("An early end has a day and a reason."),
            ),
            in_order(
                "starts_on",
                "ended_early_on",
                name="period_early_end_after_start",
                message=_("The period ends before it starts."),
            ),
            one_of("kind", Kind, name="period_kind_is_code"),
            one_of("granted_by_body", Granter, name="period_granter_is_code"),
        ]

    class Privacy:
        identifying = frozenset({"reasons"})
        sensitive = frozenset(
            {
                "police_notified_on",
                "ended_early_on",
                "early_end",
                "extended_on",
                "recorded_at",
                "recorded_by",
            }
        )
        statistical = frozenset(
            {
                "person",
                "kind",
                "granted_by_body",
                "granted_on",
                "starts_on",
                "ends_on",
                "to_client",
            }
        )
        technical = frozenset({"id"})

    def __str__(self) -> str:
        return f"{self.kind} until {self.ends_on}"

    @property
    def vault_case(self) -> UUID:
        return self.person_id

    @property
    def ran_until(self) -> date:
        """Return the first day on which it no longer runs; time given back was not used."""
        return self.ended_early_on or self.ends_on

    @property
    def days(self) -> int:
        return (self.ends_on - self.starts_on).days
