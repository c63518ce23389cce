"""A release: one version of the report on one period."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period
from suoja.core.constraints import one_of, together
from suoja.publication.choices import Policy, Status
from suoja.publication.rules import OPEN

UNCHECKED = Q(status=Status.DRAFT)
OUT_STATUSES = (Status.PUBLISHED, Status.CORRECTED)
OUT = Q(status__in=[*OUT_STATUSES])


def _no_embargo(at: datetime) -> Q:
    return Q(embargo_until=None) | Q(embargo_until__lte=at)


class ReleaseQuerySet(models.QuerySet["Release"]):
    def of(self, period: Period) -> ReleaseQuerySet:
        return self.filter(period=str(period))

    def being_prepared(self) -> ReleaseQuerySet:
        return self.filter(status__in=sorted(OPEN))

    def approved(self) -> ReleaseQuerySet:
        """Return of each period the version in force, those under embargo too."""
        return self.filter(status=Status.PUBLISHED)

    def published(self, at: datetime) -> ReleaseQuerySet:
        """Return what readers are shown: of each period the version in force."""
        return self.approved().filter(_no_embargo(at))

    def under_embargo(self, at: datetime) -> ReleaseQuerySet:
        """Return what is approved and not yet public."""
        return self.approved().exclude(_no_embargo(at))

    def once_published(self, at: datetime) -> ReleaseQuerySet:
        """Return all that readers have ever been shown, corrected versions too."""
        return self.filter(OUT & _no_embargo(at))

    def for_readers(self) -> ReleaseQuerySet:
        """Leave in the database what is for staff: who did what, and what a check found."""
        return self.defer(*sorted(Release.Privacy.sensitive))

    def with_people(self) -> ReleaseQuerySet:
        return self.select_related("drafted_by", "checked_by", "published_by", "corrects")

    def newest_first(self) -> ReleaseQuerySet:
        return self.order_by("-last_month", "-period", "-version")

    def for_printing(self) -> Release | None:
        """Return the newest published release, or else the newest there is."""
        newest = self.order_by("-version")
        return newest.approved().first() or newest.first()


class Release(models.Model):
    """One version of the report on one period; what it counted lies in its contents."""

    number = models.PositiveBigIntegerField(_("number"), unique=True)
    period = models.CharField(_("period"), max_length=20)
    last_month = models.PositiveIntegerField(db_index=True)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    policy = models.CharField(_("protection of small groups"), max_length=20, choices=Policy)
    status = models.CharField(
        _("status"), max_length=20, choices=Status, default=Status.DRAFT, db_index=True
    )
    drafted_at = models.DateTimeField(_("drafted"))
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    finding = models.TextField(_("what the check found"), blank=True)
    checked_at = models.DateTimeField(_("checked"), null=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    published_at = models.DateTimeField(_("published"), null=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    embargo_until = models.DateTimeField(_("public from"), null=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="corrected_by"
    )
    correction = models.TextField(_("what is corrected"), blank=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("release")
        constraints = [
            models.UniqueConstraint(fields=["period", "version"], name="release_version_once"),
            models.UniqueConstraint(
                fields=["period"],
                condition=Q(status__in=sorted(OPEN)),
                name="release_one_in_preparation",
                violation_error_message=_("A release of this period is being prepared already."),
            ),
            models.UniqueConstraint(
                fields=["period"],
                condition=Q(status=Status.PUBLISHED),
                name="release_one_in_force",
            ),
            one_of("status", Status, name="release_status_is_code"),
            one_of("policy", Policy, name="release_policy_is_code"),
            together(
                "checked_at",
                "checked_by",
                name="release_checked_at_and_by",
                message=_("A check has a time and somebody who made it."),
            ),
            together(
                "published_at",
                "published_by",
                name="release_published_at_and_by",
                message=_("A publication has a time and somebody who decided it."),
            ),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("drafted_by")),
                name="release_second_person_checks",
                violation_error_message=_(
                    "Somebody other than who drafted the release has to check it."
                ),
            ),
            models.CheckConstraint(
                condition=UNCHECKED & Q(checked_at__isnull=True)
                | ~UNCHECKED & Q(checked_at__isnull=False),
                name="release_checked_unless_draft",
            ),
            models.CheckConstraint(
                condition=OUT & Q(published_at__isnull=False) | ~OUT & Q(published_at__isnull=True),
                name="release_published_has_time",
            ),
            models.CheckConstraint(
                condition=Q(embargo_until__isnull=True)
                | Q(corrects__isnull=True, embargo_until__gt=F("published_at")),
                name="release_embargo_after_approval",
                violation_error_message=_("An embargo ends after the release was approved."),
            ),
            models.CheckConstraint(
                condition=OUT | Q(embargo_until__isnull=True), name="release_embargo_of_approved"
            ),
            models.CheckConstraint(
                condition=Q(version=1, corrects__isnull=True, correction="")
                | Q(version__gt=1, corrects__isnull=False) & ~Q(correction=""),
                name="release_later_version_corrects",
                violation_error_message=_("A later version says what it corrects."),
            ),
        ]

    class Privacy:
        identifying: frozenset[str] = frozenset()
        sensitive = frozenset({"drafted_by", "finding", "checked_by", "published_by"})
        statistical: frozenset[str] = frozenset()
        technical = frozenset(
            {
                "id",
                "number",
                "period",
                "last_month",
                "version",
                "policy",
                "status",
                "drafted_at",
                "checked_at",
                "published_at",
                "embargo_until",
                "corrects",
                "correction",
            }
        )

    def __str__(self) -> str:
        return f"{self.period} v{self.version}"

    @property
    def public_from(self) -> datetime | None:
        """Return since when, or from when on, readers see it; None before it is approved."""
        return self.embargo_until or self.published_at

    def is_under_embargo(self, at: datetime) -> bool:
        return self.embargo_until is not None and at < self.embargo_until

    @property
    def months(self) -> Period:
        return Period.parse(self.period)
