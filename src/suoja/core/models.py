"""The audit, and the numbers that people see."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    """One read or write, chained to the one before by a keyed hash."""

    sequence = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    verb = models.CharField(max_length=40)
    subject = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=64, blank=True)
    person_id = models.UUIDField(null=True, db_index=True)
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("audit entry")
        indexes = [models.Index(fields=["at"], name="audit_by_time")]

    class Privacy:
        identifying: frozenset[str] = frozenset()
        sensitive = frozenset({"by", "verb", "subject", "subject_id", "person_id", "detail"})
        statistical: frozenset[str] = frozenset()
        technical = frozenset({"sequence", "at", "previous", "digest"})

    def __str__(self) -> str:
        return f"{self.sequence} {self.by} {self.verb} {self.subject} {self.subject_id}"


class Counter(models.Model):
    """The last number given to a kind of thing, such as a referral."""

    kind = models.CharField(max_length=40, primary_key=True)
    last = models.PositiveBigIntegerField(default=0)

    class Privacy:
        identifying: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
        statistical: frozenset[str] = frozenset()
        technical = frozenset({"kind", "last"})

    def __str__(self) -> str:
        return f"{self.kind} {self.last}"
