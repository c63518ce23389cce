"""Model fields that the database holds only as ciphertext.

A model with such a field says whose key it uses: `vault_case` returns the person's UUID.
"""

import os
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, cast
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import models

from suoja.core.vault.keys import NONCE_BYTES, case_keys

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

    _BinaryField = models.Field[Any, Any]
else:
    _BinaryField = models.BinaryField


class Sealed(Protocol):
    """A row whose sealed fields open with one person's key."""

    pk: Any

    @property
    def vault_case(self) -> UUID: ...


class Ciphertext(bytes):
    """What came from the database and has not been opened."""


class _Attribute:
    """Opens on reading, so that a row can be listed without opening what is not shown."""

    def __init__(self, field: "SealedField") -> None:
        self.field = field

    def __get__(self, instance: models.Model | None, owner: type) -> Any:
        if instance is None:
            return self
        value = instance.__dict__.get(self.field.attname)
        if isinstance(value, Ciphertext):
            return self.field.open(cast("Sealed", instance), value)
        return value

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class SealedField(_BinaryField):
    """AES-256-GCM under the person's key, bound to table, column and row."""

    def contribute_to_class(
        self,
        cls: type[models.Model],
        name: str,
        private_only: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, name, _Attribute(self))

    def seal(self, instance: Sealed, value: Any) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        cipher = AESGCM(case_keys.get(instance.vault_case))
        return nonce + cipher.encrypt(nonce, self.to_bytes(value), self._place(instance))

    def open(self, instance: Sealed, sealed: bytes) -> Any:
        """Raise InvalidTag if the ciphertext was made for another table, column or row."""
        cipher = AESGCM(case_keys.get(instance.vault_case))
        plain = cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], self._place(instance))
        return self.from_bytes(plain)

    def to_bytes(self, value: Any) -> bytes:
        return str(value).encode()

    def from_bytes(self, plain: bytes) -> Any:
        return plain.decode()

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: ARG002, FBT001
        value = model_instance.__dict__.get(self.attname)
        if value is None or isinstance(value, Ciphertext):
            return value
        return self.seal(cast("Sealed", model_instance), value)

    def from_db_value(
        self,
        value: Any,
        expression: object,  # noqa: ARG002
        connection: "BaseDatabaseWrapper",  # noqa: ARG002
    ) -> Ciphertext | None:
        return None if value is None else Ciphertext(value)

    def value_to_string(self, obj: models.Model) -> str:  # noqa: ARG002
        raise TypeError(f"{self.name} is sealed and leaves the database only through a page.")

    def _place(self, instance: Sealed) -> bytes:
        return f"{self.model._meta.db_table}:{self.column}:{instance.pk}:1".encode()


def sealed_values(instance: models.Model) -> dict[str, Any]:
    """Return what the sealed fields of a row say, to be set anew under another person's key."""
    fields = (field for field in instance._meta.fields if isinstance(field, SealedField))
    return {field.attname: getattr(instance, field.attname) for field in fields}


class SealedTextField(SealedField):
    """Text; an empty text is kept as nothing."""

    _pyi_private_set_type: str | None
    _pyi_private_get_type: str

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001
        if model_instance.__dict__.get(self.attname) == "":
            return None
        return super().pre_save(model_instance, add)


class SealedDateField(SealedField):
    _pyi_private_set_type: date | None
    _pyi_private_get_type: date

    def to_bytes(self, value: date) -> bytes:
        return value.isoformat().encode()

    def from_bytes(self, plain: bytes) -> date:
        return date.fromisoformat(plain.decode())
