"""Assessments for official identification."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from suoja.clients.models import Spell
from suoja.core.constraints import in_order, one_of
from suoja.core.vault import SealedTextField
from suoja.identification.choices import OUTCOMES, Body, Status
from suoja.persons.models import Person


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def unfinished(self) -> AssessmentQuerySet:
        return self.exclude(status__in=OUTCOMES)

    def of_clients(self) -> AssessmentQuerySet:
        """Keep those of clients now: who has left waits no longer."""
        present = Spell.objects.clients().open().filter(person=OuterRef("person"))
        return self.filter(Exists(present))

    def of(self, person: Person) -> AssessmentQuerySet:
        return self.filter(person=person)

    def longest_waiting_first(self) -> AssessmentQuerySet:
        return self.order_by("waiting_since", "pk")


class Assessment(models.Model):
    """One assessment whether a client is officially a victim (R126-R134)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assessments")
    body = models.CharField(_("by"), max_length=30, choices=Body)
    status = models.CharField(_("status"), max_length=20, choices=Status, db_index=True)
    waiting_since = models.DateField(_("waiting since"), null=True)
    begun_on = models.DateField(_("assessment begun"), null=True)
    group_heard_on = models.DateField(_("group of experts heard"), null=True)
    decided_on = models.DateField(_("decided"), null=True)
    reasons = SealedTextField(_("reasons"), null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment")
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=~Q(status__in=sorted(OUTCOMES)),
                name="assessment_one_unfinished_per_person",
            ),
            models.CheckConstraint(
                condition=Q(status__in=sorted(OUTCOMES), decided_on__isnull=False)
                | (~Q(status__in=sorted(OUTCOMES)) & Q(decided_on__isnull=True)),
                name="assessment_outcome_has_day",
                violation_error_message=_("An outcome has a day, and nothing else has one."),
            ),
            in_order(
                "waiting_since",
                "begun_on",
                name="assessment_begins_after_waiting",
                message=_("The assessment begins before the waiting."),
            ),
            in_order(
                "begun_on",
                "group_heard_on",
                name="assessment_group_heard_after_beginning",
                message=_("The group is heard before the assessment begins."),
            ),
            in_order(
                "group_heard_on",
                "decided_on",
                name="assessment_decided_after_hearing",
                message=_("The decision is before the hearing of the group."),
            ),
            models.CheckConstraint(
                condition=Q(status=Status.WAITING, begun_on__isnull=True)
                | ~Q(status=Status.WAITING),
                name="assessment_waiting_has_not_begun",
            ),
            one_of("body", Body, name="assessment_body_is_code"),
            one_of("status", Status, name="assessment_status_is_code"),
        ]

    class Privacy:
        identifying = frozenset({"reasons"})
        sensitive = frozenset({"group_heard_on", "recorded_at", "recorded_by"})
        statistical = frozenset(
            {"person", "body", "status", "waiting_since", "begun_on", "decided_on"}
        )
        technical = frozenset({"id"})

    def __str__(self) -> str:
        return f"{self.status} {self.person_id}"

    @property
    def vault_case(self) -> UUID:
        return self.person_id
