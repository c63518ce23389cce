"""Releases, the content and the files that each of them froze, and the words that people add."""

from suoja.publication.models.answer import Answer
from suoja.publication.models.content import ReleaseContent
from suoja.publication.models.files import FrozenFile
from suoja.publication.models.ledger import LedgerEntry
from suoja.publication.models.release import Release
from suoja.publication.models.words import Explanation, Foreword

__all__ = [
    "Answer",
    "Explanation",
    "Foreword",
    "FrozenFile",
    "LedgerEntry",
    "Release",
    "ReleaseContent",
]
