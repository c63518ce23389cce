"""The decision on a referral."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suoja.core.constraints import one_of
from suoja.core.vault import SealedTextField
from suoja.persons.models import Person
from suoja.referrals.choices import Outcome, RefusalGround
from suoja.referrals.models.referral import Referral


class Decision(models.Model):
    """The director's decision on a referral; the database refuses a second one and a change."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="decision")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(_("decision"), max_length=30, choices=Outcome)
    refusal_ground = models.CharField(max_length=40, choices=RefusalGround, null=True)
    readmission = models.BooleanField(default=False)
    reasons = SealedTextField(_("reasons"), null=True)
    decided_at = models.DateTimeField(_("decided"), db_index=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome=Outcome.NEGATIVE, refusal_ground__isnull=False)
                | (~Q(outcome=Outcome.NEGATIVE) & Q(refusal_ground__isnull=True)),
                name="decision_negative_has_ground",
                violation_error_message=_("A refusal has a ground, and nothing else has one."),
            ),
            one_of("outcome", Outcome, name="decision_outcome_is_code"),
            models.CheckConstraint(
                condition=Q(readmission=False) | Q(outcome=Outcome.POSITIVE),
                name="decision_readmission_is_positive",
            ),
        ]

    class Privacy:
        identifying = frozenset({"reasons"})
        sensitive = frozenset({"decided_by"})
        statistical = frozenset(
            {"referral", "person", "outcome", "refusal_ground", "readmission", "decided_at"}
        )
        technical = frozenset({"id"})

    def __str__(self) -> str:
        return f"{self.outcome} on {self.referral_id}"

    @property
    def vault_case(self) -> UUID:
        return self.person_id
