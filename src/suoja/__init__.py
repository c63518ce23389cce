"""Suoja, the information system of the assistance system for victims of human trafficking.

Rooms, and which way data flows between them: `docs/architecture.md`.
"""
