"""The audit that cannot be rewritten.

Every read and write of a person's file is one entry. Each entry carries a keyed hash of itself
and of the entry before; the key lies outside the database, and so does the newest hash.
The database refuses to change or remove an entry.
"""

from suoja.core.audit.record import Entry, record, record_many
from suoja.core.audit.verify import Verdict, verify

__all__ = ["Entry", "Verdict", "record", "record_many", "verify"]
