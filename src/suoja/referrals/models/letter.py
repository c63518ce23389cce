"""What a referral was registered from."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import models

from suoja.referrals.models.referral import NOTHING, Referral


class LetterPartQuerySet(models.QuerySet["LetterPart"]):
    def of(self, messages: Iterable[UUID]) -> LetterPartQuerySet:
        return self.filter(message__in=messages)


class LetterPart(models.Model):
    """A part of a letter that became a referral; the letter itself may have been erased since."""

    message = models.UUIDField(editable=False)
    part = models.PositiveIntegerField()
    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="letter_part")

    objects = LetterPartQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "part"], name="letter_part_once"),
        ]

    class Privacy:
        identifying = NOTHING
        sensitive = frozenset({"message", "part", "referral"})
        statistical = NOTHING
        technical = frozenset({"id"})

    def __str__(self) -> str:
        return f"part {self.part} of {self.message}"
