"""Disclosure is proven: nothing that is published gives a small group away."""

from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import gettext as _

from suoja.publication.checks.check import Check
from suoja.publication.models import LedgerEntry, ReleaseContent
from suoja.publication.models.content import digest, opened
from suoja.statistics.disclosure import Proof
from suoja.statistics.evidence import proven_again


def disclosure_proven(content: ReleaseContent) -> Check:
    """Check the stored witnesses anew, by addition; without them nothing is proven."""
    findings = tuple(_findings(content))
    return Check("disclosure", _("It is proven that nobody is given away"), findings)


def _findings(content: ReleaseContent) -> Iterator[str]:
    if content.witnesses_sealed is None:
        yield _("No proof was stored with these tables: count the draft anew.")
        return
    if LedgerEntry.objects.since(content).exists():
        yield _("Numbers were published since this draft was counted: count it anew.")
        return
    proof = proof_of(content)
    if proof.at_risk:
        said = {"at_risk": len(proof.at_risk), "aggregates": proof.aggregates}
        yield _("%(at_risk)s of %(aggregates)s small groups are not proven to be safe.") % said
    yield from proof.faults


def proof_of(content: ReleaseContent) -> Proof:
    """Return what the witnesses show; frozen as they are, they are checked once in a process."""
    return _proof(content.pk, digest(bytes(content.witnesses_sealed or b"")))


@lru_cache(maxsize=64)
def _proof(key: int, _of_these_witnesses: str) -> Proof:
    content = ReleaseContent.objects.select_related("release").get(pk=key)
    return proven_again(
        opened(bytes(content.witnesses_sealed or b""), "witnesses"),
        content.true_tables,
        facts=content.facts,
        period=content.release.months,
        policy=content.release.policy,
        earlier=LedgerEntry.objects.up_to(content.ledger_number or 0).everything(),
    )
