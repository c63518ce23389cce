"""What people write to a release: its foreword, and why a number is no longer what it was."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from suoja.accounts.choices import Language
from suoja.core.constraints import one_of
from suoja.publication.models.release import Release


class ForewordQuerySet(models.QuerySet["Foreword"]):
    def newest_of(self, release: Release) -> dict[str, str]:
        """Return the text of each language; one that was emptied is left out."""
        written = self.filter(release=release).order_by("pk").values_list("language", "text")
        return {language: text for language, text in dict(written).items() if text}


class Foreword(models.Model):
    """A text in one language; writing it anew adds a row. Numbers stand in it as references."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="forewords")
    language = models.CharField(_("language"), max_length=2, choices=Language)
    text = models.TextField(_("foreword"), blank=True)
    written_at = models.DateTimeField(_("written"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = ForewordQuerySet.as_manager()

    class Meta:
        verbose_name = _("foreword")
        constraints = [one_of("language", Language, name="foreword_language_is_code")]

    class Privacy:
        identifying: frozenset[str] = frozenset()
        sensitive = frozenset({"written_by"})
        statistical = frozenset({"text"})
        technical = frozenset({"id", "release", "language", "written_at"})

    def __str__(self) -> str:
        return f"{self.release_id}/{self.language}"


class Explanation(models.Model):
    """Why a number is not what other reports say; it holds for these two numbers only."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="explanations")
    table = models.CharField(max_length=80)
    year = models.CharField(max_length=20)
    before = models.PositiveBigIntegerField(_("before"))
    after = models.PositiveBigIntegerField(_("now"))
    text = models.TextField(_("explanation"))
    written_at = models.DateTimeField(_("written"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("explanation")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="explanation_says_something",
                violation_error_message=_("An explanation has words."),
            ),
            models.CheckConstraint(
                condition=~models.Q(before=models.F("after")), name="explanation_of_a_difference"
            ),
        ]

    class Privacy:
        identifying: frozenset[str] = frozenset()
        sensitive = frozenset({"written_by"})
        statistical = frozenset({"before", "after", "text"})
        technical = frozenset({"id", "release", "table", "year", "written_at"})

    def __str__(self) -> str:
        return f"{self.release_id}/{self.table}/{self.year}"
