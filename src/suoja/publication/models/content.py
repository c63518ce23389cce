"""What a release froze: facts, true tables, and tables as the public sees them."""

from __future__ import annotations

import hashlib
import zlib
from typing import Self

from django.db import models

from suoja.core.vault import open_for_program, seal_for_program
from suoja.publication.models.freezing import freeze, thaw
from suoja.publication.models.release import Release
from suoja.statistics import evidence
from suoja.statistics.facts import Facts
from suoja.statistics.protection import Protection
from suoja.statistics.tables import Built, Table


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class ReleaseContentQuerySet(models.QuerySet["ReleaseContent"]):
    def public_side(self) -> ReleaseContentQuerySet:
        """Leave in the database what only staff may open."""
        return self.defer("facts_sealed", "tables_sealed", "witnesses_sealed")

    def newest_of(self, release: Release | int) -> ReleaseContent:
        """Return what a release froze last; its key alone will do."""
        return self.filter(release=release).latest("edition")


class ReleaseContent(models.Model):
    """A draft may be counted anew, which adds an edition; nothing is ever changed or removed.

    Facts and true values are sealed: rows about single persons, though nameless, and small groups
    are no reading for who gets hold of a copy of the database.
    """

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="contents")
    edition = models.PositiveSmallIntegerField()
    frozen_at = models.DateTimeField()
    facts_sealed = models.BinaryField()
    facts_digest = models.CharField(max_length=64)
    tables_sealed = models.BinaryField()
    public_tables = models.BinaryField()
    public_digest = models.CharField(max_length=64)
    # Nothing here in what was frozen before disclosure was proven; the witnesses tell the truth.
    proof = models.JSONField(null=True)
    witnesses_sealed = models.BinaryField(null=True)
    # The last entry of the ledger that the tables were protected against.
    ledger_number = models.PositiveBigIntegerField(null=True)

    objects = ReleaseContentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["release", "edition"], name="release_content_edition_once"
            ),
        ]

    class Privacy:
        identifying: frozenset[str] = frozenset()
        sensitive = frozenset({"facts_sealed", "tables_sealed", "witnesses_sealed"})
        statistical = frozenset({"public_tables", "proof"})
        technical = frozenset(
            {
                "id",
                "release",
                "edition",
                "frozen_at",
                "facts_digest",
                "public_digest",
                "ledger_number",
            }
        )

    def __str__(self) -> str:
        return f"{self.release_id}/{self.edition}"

    @classmethod
    def of(cls, facts: Facts, built: Built, *, ledger_number: int) -> Self:
        """Return what is to be frozen, not yet stored."""
        stored = facts.to_json()
        public = freeze(table.public() for table in built.tables)
        return cls(
            facts_sealed=sealed(stored, "facts"),
            facts_digest=digest(stored),
            tables_sealed=sealed(freeze(built.tables), "tables"),
            public_tables=zlib.compress(public),
            public_digest=digest(public),
            proof=_in_numbers(built.protection),
            witnesses_sealed=sealed(evidence.to_json(built.protection), "witnesses"),
            ledger_number=ledger_number,
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        """Return the tables as outsiders see them."""
        return thaw(zlib.decompress(self.public_tables))

    @property
    def true_tables(self) -> tuple[Table, ...]:
        """Return the tables with the true value of every cell."""
        return thaw(opened(bytes(self.tables_sealed), "tables"))

    @property
    def facts(self) -> Facts:
        return Facts.from_json(opened(bytes(self.facts_sealed), "facts"))


def sealed(content: bytes, what: str) -> bytes:
    return seal_for_program(f"{what} of releases", zlib.compress(content))


def opened(content: bytes, what: str) -> bytes:
    return zlib.decompress(open_for_program(f"{what} of releases", content))


def _in_numbers(protection: Protection) -> dict[str, int]:
    """Return the proof in numbers that expose nobody."""
    proof = protection.proof
    return {
        "cells": proof.cells,
        "hidden": proof.hidden,
        "aggregates": proof.aggregates,
        "proven": proof.proven,
        "at_risk": len(proof.at_risk),
        "given_away": len(protection.given_away),
    }
