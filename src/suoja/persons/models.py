"""Persons, sealed, and the blind index over them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import age_on
from suoja.core.constraints import one_of
from suoja.core.vault import SealedDateField, SealedTextField, blind_index, name_tokens
from suoja.vocabulary.choices import Sex
from suoja.vocabulary.countries import NATIONALITIES


class IndexKind(models.TextChoices):
    NAME = "name", _("Name")
    BIRTH_DATE = "birth_date", _("Birth date")


class PersonQuerySet(models.QuerySet["Person"]):
    def named(self, text: str) -> PersonQuerySet:
        """Keep those whose name has every word of the text."""
        found = self
        for token in name_tokens(text):
            found = found._indexed(IndexKind.NAME, token)
        return found

    def born_on(self, day: date) -> PersonQuerySet:
        return self._indexed(IndexKind.BIRTH_DATE, day.isoformat())

    def born_from(self, first: date, last: date) -> PersonQuerySet:
        """Keep those born in these days; the index knows only days, so each is asked for."""
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
        tokens = [blind_index(IndexKind.BIRTH_DATE, day.isoformat()) for day in days]
        entries = IndexEntry.objects.filter(kind=IndexKind.BIRTH_DATE, token__in=tokens)
        return self.filter(pk__in=entries.values("person_id"))

    def _indexed(self, kind: str, value: str) -> PersonQuerySet:
        entries = IndexEntry.objects.filter(kind=kind, token=blind_index(kind, value))
        return self.filter(pk__in=entries.values("person_id"))


class Person(models.Model):
    """A human being."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.PositiveBigIntegerField(_("number"), unique=True)
    given_names = SealedTextField(_("given names"), null=True)
    family_name = SealedTextField(_("family name"), null=True)
    birth_date = SealedDateField(_("birth date"), null=True)
    birth_date_estimated = models.BooleanField(_("birth date is estimated"), default=False)
    age_at_registration = models.SmallIntegerField(_("age at registration"), null=True)
    sex = models.CharField(_("sex"), max_length=20, choices=Sex)
    nationality = models.CharField(_("nationality"), max_length=9)
    language = models.CharField(_("language"), max_length=20, blank=True)
    phone = SealedTextField(_("phone"), null=True)
    address = SealedTextField(_("address"), null=True)
    safe_contact = SealedTextField(_("safe contact"), null=True)
    registered_at = models.DateTimeField()
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        constraints = [
            one_of("sex", Sex, name="person_sex_is_known_code"),
            models.CheckConstraint(
                condition=models.Q(nationality__in=NATIONALITIES), name="person_nationality_is_code"
            ),
            models.CheckConstraint(
                condition=models.Q(age_at_registration__isnull=True)
                | models.Q(age_at_registration__range=(0, 120)),
                name="person_not_born_in_the_future",
                violation_error_message=_("The birth date is in the future."),
            ),
        ]

    class Privacy:
        identifying = frozenset(
            {"given_names", "family_name", "birth_date", "phone", "address", "safe_contact"}
        )
        sensitive = frozenset({"language", "registered_at", "registered_by"})
        statistical = frozenset(
            {"sex", "nationality", "age_at_registration", "birth_date_estimated"}
        )
        technical = frozenset({"id", "number"})

    def __str__(self) -> str:
        return f"P-{self.number}"

    @property
    def vault_case(self) -> UUID:
        return self.pk

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.given_names, self.family_name) if part)

    def age_on(self, day: date) -> int | None:
        """Return the age in full years, or None where no birth date is known."""
        return None if self.birth_date is None else age_on(self.birth_date, day)


class IndexEntry(models.Model):
    """One keyed hash under which a person is found."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="index_entries")
    kind = models.CharField(max_length=10, choices=IndexKind)
    token = models.BinaryField(max_length=16)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "token"], name="index_entry_once"),
        ]
        indexes = [models.Index(fields=["kind", "token"], name="index_entry_lookup")]

    class Privacy:
        identifying = frozenset({"token"})
        sensitive: frozenset[str] = frozenset()
        statistical: frozenset[str] = frozenset()
        technical = frozenset({"id", "person", "kind"})

    def __str__(self) -> str:
        return f"{self.kind} of {self.person_id}"
