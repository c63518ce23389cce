"""The time from admission to removal."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from suoja.clients.choices import ExitGround, ReturnKind
from suoja.clients.models.exploitation import ExploitationQuerySet
from suoja.core.constraints import in_order, one_of, together
from suoja.core.vault import SealedTextField
from suoja.persons.models import Person
from suoja.referrals.models import Referral
from suoja.vocabulary.choices import Category, Office, PermitBasis, ResidenceStatus

NOTHING: frozenset[str] = frozenset()


class SpellQuerySet(models.QuerySet["Spell"]):
    def clients(self) -> SpellQuerySet:
        """Keep victims and witnesses; children beside are counted apart (R153, R155)."""
        return self.exclude(category=Category.DEPENDENT_CHILD)

    def open(self) -> SpellQuerySet:
        return self.filter(ended_on__isnull=True)

    def of(self, person: Person) -> SpellQuerySet:
        return self.filter(person=person)

    def on(self, day: date) -> SpellQuerySet:
        """Keep those who are in the system at the end of a day (edge case 17)."""
        not_ended = Q(ended_on__isnull=True) | Q(ended_on__gt=day)
        return self.filter(not_ended, started_on__lte=day)

    def with_person(self) -> SpellQuerySet:
        return self.select_related("person")

    def latest_of_each(self) -> SpellQuerySet:
        """Keep one spell a person: the one that tells whether the person is here now."""
        later = Spell.objects.filter(
            person=OuterRef("person"), spell_number__gt=OuterRef("spell_number")
        )
        return self.filter(~Exists(later))

    def exploited(self, told: ExploitationQuerySet) -> SpellQuerySet:
        """Keep those whose person is one of whom this was told."""
        return self.filter(Exists(told.filter(person=OuterRef("person"))))

    def newest_first(self) -> SpellQuerySet:
        return self.order_by("-started_on", "-person__number")


class Spell(models.Model):
    """One time of being a client, or a child beside a client."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="spells")
    spell_number = models.PositiveSmallIntegerField(_("spell"))
    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, null=True, related_name="spells"
    )
    guardian = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="children"
    )
    admitted_as = models.CharField(max_length=20, choices=Category)
    category = models.CharField(_("category"), max_length=20, choices=Category, db_index=True)
    recognised_as_victim_on = models.DateField(null=True)
    office = models.CharField(_("office"), max_length=20, choices=Office, blank=True)
    started_on = models.DateField(_("admitted"), db_index=True)
    age_at_admission = models.SmallIntegerField(_("age at admission"), null=True)
    residence_status = models.CharField(
        _("residence status at admission"), max_length=30, choices=ResidenceStatus
    )
    permit_basis = models.CharField(max_length=20, choices=PermitBasis, null=True)
    ended_on = models.DateField(_("left"), null=True, db_index=True)
    end_ground = models.CharField(_("ground"), max_length=40, choices=ExitGround, null=True)
    end_recorded_at = models.DateTimeField(null=True)
    end_recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    return_kind = models.CharField(max_length=20, choices=ReturnKind, null=True)
    end_reasons = SealedTextField(_("reasons"), null=True)
    admitted_at = models.DateTimeField()
    admitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = SpellQuerySet.as_manager()

    class Meta:
        verbose_name = _("spell")
        indexes = [
            models.Index(fields=["-started_on", "id"], name="spell_newest_first"),
            # The list of those who are here: without it all of them are sorted for one page.
            models.Index(fields=["ended_on", "-started_on"], name="spell_here_newest_first"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "spell_number"], name="spell_number_once"),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(ended_on__isnull=True),
                name="spell_one_open_per_person",
                violation_error_message=_("This person is a client already."),
            ),
            models.UniqueConstraint(
                fields=["referral"],
                condition=Q(guardian__isnull=True),
                name="spell_one_per_referral",
            ),
            models.CheckConstraint(
                condition=Q(category=Category.DEPENDENT_CHILD, guardian__isnull=False)
                | (~Q(category=Category.DEPENDENT_CHILD) & Q(guardian__isnull=True)),
                name="spell_child_has_guardian",
                violation_error_message=_("A child is in the system beside a guardian."),
            ),
            models.CheckConstraint(
                condition=Q(guardian__isnull=False) | Q(referral__isnull=False),
                name="spell_client_has_referral",
            ),
            models.CheckConstraint(
                condition=Q(recognised_as_victim_on__isnull=True, admitted_as=models.F("category"))
                | Q(
                    recognised_as_victim_on__isnull=False,
                    admitted_as=Category.WITNESS,
                    category=Category.VICTIM,
                ),
                name="spell_category_change_is_dated",
            ),
            in_order(
                "started_on",
                "ended_on",
                name="spell_ends_after_it_starts",
                message=_("The exit is before the admission."),
            ),
            together(
                "ended_on",
                "end_ground",
                "end_recorded_at",
                "end_recorded_by",
                name="spell_end_is_whole",
                message=_("An exit has a day, a ground and somebody who recorded it."),
            ),
            models.CheckConstraint(
                condition=Q(age_at_admission__isnull=True) | Q(age_at_admission__range=(0, 120)),
                name="spell_age_at_admission_in_range",
            ),
            one_of("category", Category, name="spell_category_is_code"),
            one_of("end_ground", ExitGround, name="spell_end_ground_is_code"),
            one_of("residence_status", ResidenceStatus, name="spell_residence_status_is_code"),
        ]

    class Privacy:
        identifying = frozenset({"end_reasons"})
        sensitive = frozenset(
            {"office", "admitted_at", "admitted_by", "end_recorded_at", "end_recorded_by"}
        )
        statistical = frozenset(
            {
                "person",
                "spell_number",
                "referral",
                "guardian",
                "admitted_as",
                "category",
                "recognised_as_victim_on",
                "started_on",
                "age_at_admission",
                "residence_status",
                "permit_basis",
                "ended_on",
                "end_ground",
                "return_kind",
            }
        )
        technical = frozenset({"id"})

    def __str__(self) -> str:
        return f"P-{self.person.number}/{self.spell_number}"

    @property
    def vault_case(self) -> UUID:
        return self.person_id

    @property
    def is_open(self) -> bool:
        return self.ended_on is None

    def residence_status_on(self, day: date) -> str:
        """Return the right to stay on a day."""
        change = self.residence_changes.filter(since__lte=day).order_by("-since").first()
        return change.status if change else self.residence_status


class ResidenceStatusChange(models.Model):
    """A residence status that began after admission."""

    spell = models.ForeignKey(Spell, on_delete=models.PROTECT, related_name="residence_changes")
    status = models.CharField(_("residence status"), max_length=30, choices=ResidenceStatus)
    permit_basis = models.CharField(max_length=20, choices=PermitBasis, null=True)
    since = models.DateField(_("since"))
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["spell", "since"], name="residence_status_one_a_day"),
            one_of("status", ResidenceStatus, name="residence_status_is_code"),
        ]

    class Privacy:
        identifying = NOTHING
        sensitive = frozenset({"recorded_at", "recorded_by"})
        statistical = frozenset({"spell", "status", "permit_basis", "since"})
        technical = frozenset({"id"})

    def __str__(self) -> str:
        return f"{self.status} since {self.since}"
