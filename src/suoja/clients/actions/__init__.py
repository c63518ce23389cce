"""Everything that is done to a client's file."""

from suoja.clients.actions.admission import admit, admit_child, admit_new_child
from suoja.clients.actions.file import (
    change_residence_status,
    open_file,
    recognise_as_victim,
    record_listing,
    write_note,
)
from suoja.clients.actions.removal import remove
from suoja.clients.actions.told import make_primary, record_exploitation

__all__ = [
    "admit",
    "admit_child",
    "admit_new_child",
    "change_residence_status",
    "make_primary",
    "open_file",
    "recognise_as_victim",
    "record_exploitation",
    "record_listing",
    "remove",
    "write_note",
]
