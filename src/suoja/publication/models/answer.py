"""Questions for a number, and what became of them."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from suoja.core.constraints import one_of
from suoja.publication.models.ledger import LedgerEntry
from suoja.publication.models.release import Release
from suoja.statistics.asking import Answered, Question
from suoja.statistics.choices import Answering


class AnswerQuerySet(models.QuerySet["Answer"]):
    def with_people(self) -> AnswerQuerySet:
        return self.select_related("asked_by", "entry").defer("entry__tables_sealed")

    def newest_first(self) -> AnswerQuerySet:
        return self.order_by("-number")

    def given_to(self, question: Question) -> Answered | None:
        """Return what became of the same question when it was asked last."""
        same = self.filter(question=question.to_json()).select_related("entry")
        last = same.newest_first().first()
        return last.answered if last else None


class Answer(models.Model):
    """One question and its outcome; the number itself stands in the entry of the ledger."""

    number = models.PositiveBigIntegerField(_("number"), unique=True)
    question = models.JSONField(_("question"))
    instead = models.JSONField(_("question that was answered instead"), null=True)
    recipient = models.CharField(_("asked by"), max_length=200)
    purpose = models.TextField(_("what the number is for"), blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Answering)
    entry = models.OneToOneField(LedgerEntry, on_delete=models.PROTECT, related_name="answer")
    asked_at = models.DateTimeField(_("answered"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer")
        constraints = [
            one_of("outcome", Answering, name="answer_outcome_is_code"),
            models.CheckConstraint(
                condition=models.Q(outcome=Answering.COARSER, instead__isnull=False)
                | models.Q(~models.Q(outcome=Answering.COARSER), instead__isnull=True),
                name="answer_instead_if_coarser",
            ),
        ]

    class Privacy:
        identifying: frozenset[str] = frozenset()
        sensitive = frozenset({"recipient", "purpose", "asked_by"})
        statistical = frozenset({"question", "instead", "outcome"})
        technical = frozenset({"id", "number", "entry", "asked_at"})

    def __str__(self) -> str:
        return str(self.number)

    @property
    def asked(self) -> Question:
        return Question.from_json(self.question)

    @property
    def replied(self) -> Question:
        """Return the question that the number answers: the one asked, or a coarser one."""
        return Question.from_json(self.instead or self.question)

    @property
    def value(self) -> int | None:
        """Return the number; None if none is given."""
        stated = self.entry.statements
        return int(stated[0]["value"]) if stated else None

    def report(self, at: datetime) -> Release | None:
        """Return the public report that tells the number too; None if none does."""
        stated = self.entry.statements
        return LedgerEntry.objects.report_telling(stated[0], at) if stated else None

    @property
    def answered(self) -> Answered:
        instead = Question.from_json(self.instead) if self.instead else None
        told = self.entry.told
        return Answered(Answering(self.outcome), told[0] if told else None, instead)
