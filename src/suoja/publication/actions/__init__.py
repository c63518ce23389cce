"""What is done with releases: they are prepared, decided on, and read."""

from suoja.publication.actions.answering import answer_question
from suoja.publication.actions.deciding import check, send_back
from suoja.publication.actions.preparing import correct, draft, draft_again
from suoja.publication.actions.publishing import call_back, publish
from suoja.publication.actions.reading import (
    facts_on_terminal,
    ledger_on_terminal,
    open_true_values,
    true_tables_on_terminal,
)
from suoja.publication.actions.writing import explain_difference, write_foreword

__all__ = [
    "answer_question",
    "call_back",
    "check",
    "correct",
    "draft",
    "draft_again",
    "explain_difference",
    "facts_on_terminal",
    "ledger_on_terminal",
    "open_true_values",
    "publish",
    "send_back",
    "true_tables_on_terminal",
    "write_foreword",
]
