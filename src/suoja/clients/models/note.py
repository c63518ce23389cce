"""What a worker writes into a client's file."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from suoja.core.vault import SealedTextField
from suoja.persons.models import Person


class Note(models.Model):
    """One note; it is not rewritten, a later one corrects it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="notes")
    text = SealedTextField(_("note"))
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("note")
        indexes = [models.Index(fields=["person", "-written_at"], name="note_newest_first")]

    class Privacy:
        identifying = frozenset({"text"})
        sensitive = frozenset({"person", "written_at", "written_by"})
        statistical: frozenset[str] = frozenset()
        technical = frozenset({"id"})

    def __str__(self) -> str:
        return f"note of {self.written_at:%Y-%m-%d}"

    @property
    def vault_case(self) -> UUID:
        return self.person_id
