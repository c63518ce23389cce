"""The ledger: every number that has left the house, in releases and in answers."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from suoja.core.constraints import one_of
from suoja.publication.choices import Policy, Telling
from suoja.publication.models.content import ReleaseContent, opened, sealed
from suoja.publication.models.release import Release
from suoja.statistics import ledger
from suoja.statistics.groups import group
from suoja.statistics.ledger import Told

WHAT = "ledger"


class LedgerEntryQuerySet(models.QuerySet["LedgerEntry"]):
    def in_order(self) -> LedgerEntryQuerySet:
        return self.order_by("number")

    def up_to(self, number: int) -> LedgerEntryQuerySet:
        return self.filter(number__lte=number)

    def last_number(self) -> int:
        """Return the number of the newest entry; 0 if there is none."""
        return self.aggregate(last=models.Max("number"))["last"] or 0

    def since(self, content: ReleaseContent) -> LedgerEntryQuerySet:
        """Return what others told after these tables were protected."""
        later = self.filter(number__gt=content.ledger_number or 0)
        return later.exclude(release=content.release)

    def with_people(self) -> LedgerEntryQuerySet:
        """Return what a page shows; what was counted stays in the database."""
        return self.select_related("told_by", "release", "answer").defer("tables_sealed")

    def report_telling(self, stated: Mapping[str, Any], at: datetime) -> Release | None:
        """Return the first report, public by then, that told this number; None if none did."""
        reports = self.filter(kind=Telling.RELEASE).select_related("release").in_order()
        for entry in reports.defer("tables_sealed"):
            is_out = entry.release is not None and not entry.release.is_under_embargo(at)
            if is_out and stated in entry.statements:
                return entry.release
        return None

    def everything(self) -> tuple[Told, ...]:
        """Return all that was told, the oldest first."""
        return tuple(told for entry in self.in_order() for told in entry.told)


class LedgerEntry(models.Model):
    """What one release or one answer told, to whom. Entries are added and never changed.

    The numbers that were told are public. The tables that they come from are sealed: they hold
    what was not told.
    """

    number = models.PositiveBigIntegerField(_("number"), unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Telling)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, null=True, related_name="told")
    recipient = models.TextField(_("told to"))
    policy = models.CharField(_("protection of small groups"), max_length=20, choices=Policy)
    told_at = models.DateTimeField(_("told"))
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    facts = models.BinaryField()
    tables_sealed = models.BinaryField()

    objects = LedgerEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("ledger entry")
        constraints = [
            one_of("kind", Telling, name="ledger_kind_is_code"),
            one_of("policy", Policy, name="ledger_policy_is_code"),
            models.CheckConstraint(
                condition=Q(kind=Telling.RELEASE, release__isnull=False)
                | Q(kind=Telling.ANSWER, release__isnull=True),
                name="ledger_release_has_release",
            ),
        ]

    class Privacy:
        identifying: frozenset[str] = frozenset()
        sensitive = frozenset({"recipient", "told_by", "tables_sealed"})
        statistical = frozenset({"facts"})
        technical = frozenset({"id", "number", "kind", "release", "policy", "told_at"})

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"

    @property
    def told(self) -> tuple[Told, ...]:
        tables = ledger.from_json(opened(bytes(self.tables_sealed), WHAT))
        return tuple(replace(each, policy=self.policy) for each in tables)

    @property
    def statements(self) -> list[dict[str, Any]]:
        """Return each number that was told, and the group of people that it counts."""
        content: list[dict[str, Any]] = json.loads(zlib.decompress(bytes(self.facts)))
        return content

    def keep(self, told: Iterable[Told]) -> None:
        """Take over what is told, before the entry is saved."""
        tables = tuple(told)
        stated = [_stated(each, at) for each in tables for at in sorted(each.cells)]
        self.facts = zlib.compress(json.dumps(stated, separators=(",", ":")).encode())
        self.tables_sealed = sealed(ledger.to_json(tables), WHAT)


def _stated(told: Told, at: tuple[str, ...]) -> dict[str, Any]:
    whom = group(told.numbers, at)
    return {
        "population": whom.population,
        "when": whom.when,
        "traits": sorted(whom.traits),
        "value": told.numbers.values[at],
    }
