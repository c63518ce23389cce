"""The process that opens one file: what it may use, and how it ends."""

import resource
import sys
from collections.abc import Callable

from suoja.core.copying.refusals import Refusal, Unfit, status_of

MOST_MEMORY = 256 * 2**20
MOST_SECONDS = 10  # of the processor
_LIMITS = {
    resource.RLIMIT_AS: MOST_MEMORY,
    resource.RLIMIT_CPU: MOST_SECONDS,
    resource.RLIMIT_FSIZE: 0,  # not one byte in any file
    resource.RLIMIT_CORE: 0,
}


def confine() -> None:
    """Give up for good whatever opening a file does not need."""
    for what, most in _LIMITS.items():
        resource.setrlimit(what, (most, most))


def run(copy: Callable[[bytes], bytes]) -> None:
    """Copy standard input to standard output, and end with the status that tells how it went."""
    confine()
    try:
        made = copy(sys.stdin.buffer.read())
    except Unfit as unfit:
        sys.exit(status_of(unfit.refusal))
    except MemoryError:
        sys.exit(status_of(Refusal.BOMB))
    except Exception:  # noqa: BLE001  (decoders trip in a hundred ways; all mean the same)
        sys.exit(status_of(Refusal.BROKEN))
    sys.stdout.buffer.write(made)
