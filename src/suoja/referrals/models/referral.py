"""Referrals, with the groups and the children that belong to them."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import MAJORITY
from suoja.core.constraints import one_of, together
from suoja.core.vault import SealedTextField
from suoja.persons.models import Person
from suoja.referrals.choices import Manner, OralGround, Status
from suoja.referrals.rules import UNDECIDED
from suoja.vocabulary.choices import ConsentBy, Organisation, Referrer

NOTHING: frozenset[str] = frozenset()


class ReferralGroup(models.Model):
    """Persons proposed together, such as workers of one employer (edge case 15)."""

    number = models.PositiveBigIntegerField(_("number"), unique=True)

    class Privacy:
        identifying = NOTHING
        sensitive = NOTHING
        statistical = NOTHING
        technical = frozenset({"id", "number"})

    def __str__(self) -> str:
        return f"G-{self.number}"


class ReferralQuerySet(models.QuerySet["Referral"]):
    def undecided(self) -> ReferralQuerySet:
        return self.filter(status__in=UNDECIDED)

    def not_taken_up(self) -> ReferralQuerySet:
        return self.filter(status=Status.RECEIVED)

    def waiting_for_information(self) -> ReferralQuerySet:
        return self.filter(status=Status.MORE_INFORMATION_ASKED)

    def ready_to_decide(self) -> ReferralQuerySet:
        """Keep what the director can decide on: assessed, or to lapse."""
        withdrawn = Q(consent_withdrawn_at__isnull=False)
        return self.undecided().filter(Q(status=Status.UNDER_ASSESSMENT) | withdrawn)

    def received_in(self, year: int) -> ReferralQuerySet:
        return self.filter(received_at__year=year)

    def of(self, person: Person) -> ReferralQuerySet:
        return self.filter(person=person)

    def with_person(self) -> ReferralQuerySet:
        return self.select_related("person", "group")

    def oldest_first(self) -> ReferralQuerySet:
        return self.order_by("received_at", "number")

    def minors_first(self, year: int) -> ReferralQuerySet:
        """Put children before others, the oldest referral first.

        Birth dates are sealed, so the age at registration is counted on; a year more or less only
        moves a row, it does not call anybody a minor.
        """
        age = F("person__age_at_registration") + year - ExtractYear("person__registered_at")
        adult = Case(When(age_now__lt=MAJORITY, then=Value(0)), default=Value(1))
        return self.annotate(age_now=age).order_by(adult, "received_at", "number")

    def newest_first(self) -> ReferralQuerySet:
        return self.order_by("-received_at", "-number")


class Referral(models.Model):
    """A proposal that one person be admitted."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveBigIntegerField(_("number"), unique=True)
    submission = models.UUIDField(unique=True, default=uuid4)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="referrals")
    request_number = models.PositiveSmallIntegerField(_("request"))
    group = models.ForeignKey(
        ReferralGroup, on_delete=models.PROTECT, null=True, related_name="referrals"
    )
    status = models.CharField(
        _("status"), max_length=30, choices=Status, default=Status.RECEIVED, db_index=True
    )
    received_at = models.DateTimeField(_("received"), db_index=True)
    manner = models.CharField(_("manner"), max_length=10, choices=Manner)
    oral_ground = models.CharField(max_length=20, choices=OralGround, null=True)
    referrer = models.CharField(_("referrer"), max_length=40, choices=Referrer)
    organisation = models.CharField(max_length=40, choices=Organisation, null=True)
    referrer_name = SealedTextField(_("who refers"), null=True)
    with_support_person = models.BooleanField(default=False)
    consent_by = models.CharField(max_length=20, choices=ConsentBy)
    consent_given_at = models.DateTimeField(_("consent given"))
    consent_withdrawn_at = models.DateTimeField(_("consent withdrawn"), null=True)
    consent_withdrawn_recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    summary = SealedTextField(_("what was told"), null=True)
    information_asked = SealedTextField(_("what was asked"), null=True)
    registered_at = models.DateTimeField()
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = ReferralQuerySet.as_manager()

    class Meta:
        verbose_name = _("referral")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "request_number"], name="referral_request_number_once"
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(status__in=sorted(UNDECIDED)),
                name="referral_one_open_per_person",
                violation_error_message=_("A referral of this person is still open."),
            ),
            models.CheckConstraint(
                condition=Q(request_number__gte=1), name="referral_request_number_from_one"
            ),
            models.CheckConstraint(
                condition=Q(manner=Manner.WRITTEN, oral_ground__isnull=True)
                | Q(manner=Manner.ORAL, oral_ground__isnull=False),
                name="referral_oral_has_ground",
                violation_error_message=_("Say why an oral referral is enough."),
            ),
            together(
                "consent_withdrawn_at",
                "consent_withdrawn_recorded_by",
                name="referral_withdrawal_at_and_by",
                message=_("A withdrawal has a time and somebody who recorded it."),
            ),
            one_of("status", Status, name="referral_status_is_code"),
            one_of("referrer", Referrer, name="referral_referrer_is_code"),
        ]

    class Privacy:
        identifying = frozenset({"referrer_name", "summary", "information_asked"})
        sensitive = frozenset(
            {
                "consent_by",
                "consent_given_at",
                "consent_withdrawn_at",
                "consent_withdrawn_recorded_by",
                "registered_at",
                "registered_by",
                "with_support_person",
            }
        )
        statistical = frozenset(
            {
                "person",
                "request_number",
                "group",
                "status",
                "received_at",
                "manner",
                "oral_ground",
                "referrer",
                "organisation",
            }
        )
        technical = frozenset({"id", "number", "submission"})

    def __str__(self) -> str:
        return f"R-{self.number}"

    @property
    def vault_case(self) -> UUID:
        return self.person_id

    @property
    def is_open(self) -> bool:
        return self.status in UNDECIDED


class AccompanyingChild(models.Model):
    """A child who comes with the person; listed, and not counted as a referral (R152)."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="children")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="accompanies")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["referral", "person"], name="accompanying_child_once"),
        ]

    class Privacy:
        identifying = NOTHING
        sensitive = frozenset({"referral", "person"})
        statistical = NOTHING
        technical = frozenset({"id"})

    def __str__(self) -> str:
        return f"{self.person_id} with {self.referral_id}"
