"""Everything that staff do with what arrived."""

from suoja.intake.actions.answering import answer, tell_progress
from suoja.intake.actions.calling import note_call
from suoja.intake.actions.cleaning import forget_expired
from suoja.intake.actions.duty import begin_duty, end_duty, is_on_duty
from suoja.intake.actions.ending import close, erase
from suoja.intake.actions.linking import link
from suoja.intake.actions.notifying import News, news_for_those_on_duty, note_announced
from suoja.intake.actions.reading import list_inbox, open_conversation, open_file
from suoja.intake.actions.sorting import sort_arrivals

__all__ = [
    "News",
    "answer",
    "begin_duty",
    "close",
    "end_duty",
    "erase",
    "forget_expired",
    "is_on_duty",
    "link",
    "list_inbox",
    "news_for_those_on_duty",
    "note_announced",
    "note_call",
    "open_conversation",
    "open_file",
    "sort_arrivals",
    "tell_progress",
]
