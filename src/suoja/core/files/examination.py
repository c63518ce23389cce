"""From the file of a stranger to a copy that is safe to look at."""

import subprocess
import sys
from dataclasses import dataclass
from threading import BoundedSemaphore

from suoja.core.copying.kinds import Kind, kind_of
from suoja.core.copying.refusals import Refusal, refusal_of
from suoja.core.files.refused import FileRefused

MOST_BYTES = 10 * 2**20
# A process that waits for a processor costs wall time only: see the limit of `copying.process`.
MOST_SECONDS = 40
_AT_ONCE = BoundedSemaphore(2)

_PYTHON = [sys.executable, "-I", "-B", "-m"]
# One heap, or each thread of a decoder would reserve one; and none of our own variables.
_ENVIRONMENT = {"MALLOC_ARENA_MAX": "1"}


@dataclass(frozen=True)
class ViewCopy:
    """What people look at instead of the file; `kind` is that of the file."""

    kind: Kind
    content: bytes
    content_type: str
    extension: str


def examine(content: bytes) -> ViewCopy:
    """Return a copy that shows what the file shows and holds nothing else, or refuse the file."""
    if len(content) > MOST_BYTES:
        raise FileRefused(Refusal.TOO_LARGE)
    kind = kind_of(content)
    if kind is None:
        raise FileRefused(Refusal.UNKNOWN_KIND)
    if kind is Kind.PDF:
        return ViewCopy(kind, _copied(content, "papers"), "application/pdf", ".pdf")
    return ViewCopy(kind, _copied(content, "pictures", kind), "image/jpeg", ".jpg")


def _copied(content: bytes, by: str, *told: str) -> bytes:
    """Return what the process apart made of the content."""
    ended = _ended([*_PYTHON, f"suoja.core.copying.{by}", *told], content)
    if ended.returncode == 0:
        return ended.stdout
    refusal = refusal_of(ended.returncode)
    if refusal is None:
        raise RuntimeError("The process that opens files did not begin.")
    raise FileRefused(refusal)


def _ended(command: list[str], content: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run the process apart; its messages could quote the file, so nobody reads them."""
    with _AT_ONCE:
        try:
            return subprocess.run(  # noqa: S603  (our own module, and a word of our own table)
                command,
                input=content,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_ENVIRONMENT,
                cwd="/",
                timeout=MOST_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise FileRefused(Refusal.BOMB) from late
