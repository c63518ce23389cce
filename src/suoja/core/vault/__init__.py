"""Identity is encrypted where it lies.

Each person has a data key of their own; it lies wrapped in a key store apart from the database.
A ciphertext is bound to its table, column and row, so that it opens nowhere else.
Destroying a person's key erases the person in every copy of the database.
Names are found again through a blind index: a keyed hash of each part of the name.
"""

from suoja.core.vault.fields import (
    SealedDateField,
    SealedField,
    SealedTextField,
    sealed_values,
)
from suoja.core.vault.index import blind_index, name_tokens
from suoja.core.vault.keys import CaseErased, case_keys
from suoja.core.vault.program import open_for_program, seal_for_program

__all__ = [
    "CaseErased",
    "SealedDateField",
    "SealedField",
    "SealedTextField",
    "blind_index",
    "case_keys",
    "name_tokens",
    "open_for_program",
    "seal_for_program",
    "sealed_values",
]
