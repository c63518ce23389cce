"""Disclosure is proven: nothing that is published gives a small group away."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from suoja.publication.checks.check import Check
from suoja.publication.models import ReleaseContent


def disclosure_proven(content: ReleaseContent) -> Check:
    """Check what was proven when the tables were frozen; without a proof nothing is."""
    return Check("disclosure", _("Disclosure is proven"), tuple(_findings(content)))


def _findings(content: ReleaseContent) -> Iterator[str]:
    proof: Mapping[str, Any] | None = content.proof
    if proof is None or content.witnesses_sealed is None:
        yield _("No proof was stored with these tables: count the draft anew.")
    elif proof["at_risk"] or proof["proven"] < proof["aggregates"]:
        said = {"at_risk": proof["at_risk"], "aggregates": proof["aggregates"]}
        yield _("%(at_risk)s of %(aggregates)s small groups are not proven to be safe.") % said
