"""Before a second person confirms a draft, its stored proof is checked anew."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

import releases
from made_up.caseload import caseload
from suoja.accounts.models import Staff
from suoja.core.errors import Refused
from suoja.publication import actions
from suoja.publication.checks.disclosure import disclosure_proven
from suoja.publication.models import Release, ReleaseContent
from suoja.publication.models.content import opened, sealed

AT = datetime(2021, 2, 1, 9, 0, tzinfo=UTC)
WITNESSES = "witnesses"

Witnesses = dict[str, Any]


@pytest.fixture
def draft(taavi: Staff) -> Release:
    return releases.drafted("2020", caseload(7, 60), by=taavi, at=AT)


def findings(release: Release) -> tuple[str, ...]:
    return disclosure_proven(ReleaseContent.objects.newest_of(release)).findings


def counted_anew(release: Release, witnesses: bytes | None) -> None:
    """Freeze the same numbers in another edition, with other witnesses."""
    content = ReleaseContent.objects.newest_of(release)
    content.pk, content.edition, content.witnesses_sealed = None, content.edition + 1, witnesses
    content.save()


def changed(release: Release, change: Callable[[Witnesses], object]) -> bytes:
    """Return the sealed witnesses of a release after a change to what they say."""
    content = ReleaseContent.objects.newest_of(release)
    told = json.loads(opened(bytes(content.witnesses_sealed or b""), WITNESSES))
    change(told)
    return sealed(json.dumps(told).encode(), WITNESSES)


def in_the_first_world(by: float) -> Callable[[Witnesses], None]:
    """Let the first world count another number of people in one group, and in nothing else."""

    def change(told: Witnesses) -> None:
        world = told["worlds"][0]
        world[next(iter(world))] += by

    return change


def without_worlds(told: Witnesses) -> None:
    told["worlds"].clear()


def with_a_stranger(told: Witnesses) -> None:
    told["worlds"][0]["a group that nobody counts"] = 1


def test_witnesses_as_they_were_frozen_prove_it(draft: Release) -> None:
    assert findings(draft) == ()


def test_the_same_witnesses_sealed_again_prove_it(draft: Release) -> None:
    counted_anew(draft, changed(draft, lambda told: told))

    assert findings(draft) == ()


def test_without_witnesses_nothing_is_proven(draft: Release) -> None:
    counted_anew(draft, None)

    assert findings(draft) == ("No proof was stored with these tables: count the draft anew.",)


def test_groups_that_lost_their_witnesses_are_not_proven(draft: Release) -> None:
    groups = (ReleaseContent.objects.newest_of(draft).proof or {})["aggregates"]
    counted_anew(draft, changed(draft, without_worlds))

    assert groups > 0
    assert findings(draft) == (f"{groups} of {groups} small groups are not proven to be safe.",)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (in_the_first_world(1), "A world does not add up."),
        (in_the_first_world(0.5), "A world splits a person, or counts more than there can be."),
        (in_the_first_world(-1000), "A world counts fewer than none."),
        (with_a_stranger, "A world speaks of a group that nobody counts."),
    ],
)
def test_a_witness_that_was_altered_is_found(
    draft: Release, change: Callable[[Witnesses], None], says: str
) -> None:
    counted_anew(draft, changed(draft, change))

    assert says in findings(draft)


def test_what_was_told_since_asks_for_a_new_count(
    draft: Release, taavi: Staff, daniel: Staff
) -> None:
    other = releases.drafted("2018", caseload(7, 60), by=taavi, at=AT)
    releases.published(other, by=daniel, at=AT)

    said = "Numbers were published since this draft was counted: count it anew."
    assert findings(draft) == (said,)


def test_a_draft_that_is_not_proven_is_not_confirmed(draft: Release, daniel: Staff) -> None:
    counted_anew(draft, changed(draft, without_worlds))

    with pytest.raises(Refused, match="It is proven that nobody is given away"):
        actions.check(draft, by=daniel, at=AT)
