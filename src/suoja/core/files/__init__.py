"""Files that strangers send: nobody opens them, people look at a copy that was drawn anew.

What a file is, its content says, never its name. The copy is made in a process of its own, which
has little memory, little time, no secret and no disk: `suoja.core.copying`. Nothing of the file
survives but what can be seen: no place, no author, no script, no attachment. Record 31.
"""

from suoja.core.copying.kinds import Kind
from suoja.core.copying.refusals import Refusal
from suoja.core.files.examination import MOST_BYTES, ViewCopy, examine
from suoja.core.files.refused import FileRefused

__all__ = ["MOST_BYTES", "FileRefused", "Kind", "Refusal", "ViewCopy", "examine"]
