"""What is done with releases: they are prepared, decided on, and read."""

from suoja.publication.actions.deciding import call_back, check, publish, send_back
from suoja.publication.actions.preparing import correct, draft, draft_again
from suoja.publication.actions.reading import (
    facts_on_terminal,
    open_true_values,
    true_tables_on_terminal,
)

__all__ = [
    "call_back",
    "check",
    "correct",
    "draft",
    "draft_again",
    "facts_on_terminal",
    "open_true_values",
    "publish",
    "send_back",
    "true_tables_on_terminal",
]
