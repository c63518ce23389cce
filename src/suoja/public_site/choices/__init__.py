"""The words of this room: its languages, its pages of text, and one made-up example."""

from suoja.public_site.choices.languages import LANGUAGES, Language, Review
from suoja.public_site.choices.texts import (
    CONTACT,
    FRONT,
    HELP_PATH,
    HELPLINE,
    SECTIONS,
    TEXTS,
    Text,
)
from suoja.public_site.choices.worked_example import (
    EVERYTHING,
    SAFE,
    SMALL_HIDDEN,
    WORKED_EXAMPLE,
)

__all__ = [
    "CONTACT",
    "EVERYTHING",
    "FRONT",
    "HELPLINE",
    "HELP_PATH",
    "LANGUAGES",
    "SAFE",
    "SECTIONS",
    "SMALL_HIDDEN",
    "TEXTS",
    "WORKED_EXAMPLE",
    "Language",
    "Review",
    "Text",
]
