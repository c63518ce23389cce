"""Reading the whole audit and saying where it was touched."""

from dataclasses import dataclass

from suoja.core.audit.chain import CONTENT_FIELDS, GENESIS, digest
from suoja.core.audit.head import Head, heads
from suoja.core.models import AuditEntry


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many entries were read, and what is wrong with them, one sentence each."""

    entries: int
    faults: tuple[str, ...]

    @property
    def intact(self) -> bool:
        return not self.faults


def verify() -> Verdict:
    """Recompute every hash and compare the newest one with the copy kept apart."""
    faults: list[str] = []
    head = Head(0, GENESIS)
    chain, count = "", 0
    rows = AuditEntry.objects.order_by("sequence").values_list(
        "sequence", "previous", "digest", *CONTENT_FIELDS
    )
    for sequence, previous, stored, *values in rows.iterator(chunk_size=5_000):
        if previous != head.digest:
            faults.append(f"Before entry {sequence} an entry was removed, or one was inserted.")
        if digest(previous, (*values,)) != stored:
            faults.append(f"Entry {sequence} was changed.")
        head = Head(sequence, stored)
        chain = chain or stored
        count += 1
    return Verdict(count, (*faults, *_faults_at_the_end(chain, head)))


def _faults_at_the_end(chain: str, head: Head) -> list[str]:
    if not chain:
        return ["All entries were removed."] if heads.any() else []
    kept = heads.of(chain)
    if kept is None or kept.sequence < head.sequence or kept == head:
        return []
    return [f"Entries after {head.sequence} were removed: {kept.sequence} was the newest."]
