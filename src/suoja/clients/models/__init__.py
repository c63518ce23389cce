"""Spells, exploitations and notes."""

from suoja.clients.models.exploitation import Exploitation, PlaceSegment
from suoja.clients.models.note import Note
from suoja.clients.models.spell import ResidenceStatusChange, Spell, SpellQuerySet

__all__ = [
    "Exploitation",
    "Note",
    "PlaceSegment",
    "ResidenceStatusChange",
    "Spell",
    "SpellQuerySet",
]
