"""Reading the whole audit and saying where it was touched."""

from dataclasses import dataclass

from suoja.core.audit.chain import CONTENT_FIELDS, GENESIS, digest
from suoja.core.audit.head import heads
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
    """Recompute every hash and look for each entry whose hash is kept apart."""
    faults: list[str] = []
    chain = AuditEntry.objects.order_by("sequence").values_list("digest", flat=True).first()
    # Read before the entries: what is written meanwhile is no fault.
    kept = heads.of(chain or "")
    before, count = GENESIS, 0
    rows = AuditEntry.objects.order_by("sequence").values_list(
        "sequence", "previous", "digest", *CONTENT_FIELDS
    )
    for sequence, previous, stored, *values in rows.iterator(chunk_size=5_000):
        if previous != before:
            faults.append(f"Before entry {sequence} an entry was removed, or one was inserted.")
        if digest(previous, (*values,)) != stored:
            faults.append(f"Entry {sequence} was changed.")
        if kept.get(sequence) == stored:
            del kept[sequence]
        before = stored
        count += 1
    return Verdict(count, (*faults, *_faults_of_removal(kept, chain)))


def _faults_of_removal(missing: dict[int, str], chain: str | None) -> list[str]:
    if chain is None and heads.any():
        return ["All entries were removed."]
    if missing:
        return [f"Entries were removed or exchanged between {min(missing)} and {max(missing)}."]
    return []
