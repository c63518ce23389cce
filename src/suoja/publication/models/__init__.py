"""Releases and the content that each of them froze."""

from suoja.publication.models.content import ReleaseContent
from suoja.publication.models.release import Release

__all__ = ["Release", "ReleaseContent"]
