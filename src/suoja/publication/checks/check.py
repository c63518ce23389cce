"""What a check says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that has to hold; `findings` are sentences that say where it does not."""

    id: str
    title: str
    findings: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.findings
