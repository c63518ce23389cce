"""Facts are kept as bytes; the same facts are the same bytes."""

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings

from made_up.caseload import VICTIM, caseload, caseloads
from suoja.statistics.facts import KINDS, Facts


@settings(deadline=None, max_examples=30)
@given(caseloads())
def test_what_is_stored_is_read_back(facts) -> None:
    stored = facts.to_json()

    assert Facts.from_json(stored).to_json() == stored
    assert sorted(Facts.from_json(stored).spells, key=repr) == sorted(facts.spells, key=repr)


def test_the_order_of_rows_does_not_change_the_bytes() -> None:
    facts = caseload(1, 50)
    turned = Facts(facts.referrals[::-1], facts.spells[::-1], facts.periods, facts.identifications)

    assert turned.to_json() == facts.to_json()


def test_changes_of_residence_status_come_back_as_they_were() -> None:
    moved = replace(VICTIM, residence_now=((202005, "residence_permit"),))

    assert tuple(Facts.from_json(Facts(spells=(moved,)).to_json()).spells) == (moved,)


def test_facts_that_an_old_release_froze_are_still_read() -> None:
    facts = Facts(spells=(VICTIM, replace(VICTIM, person=2, residence_now=((202005, "visa"),))))
    rows = {"referrals": (), "spells": facts.spells, "periods": (), "identifications": ()}
    listed = {kind: _listed(KINDS[kind], rows[kind]) for kind in KINDS}

    assert Facts.from_json(json.dumps({"format": 1, **listed}).encode()) == facts


def _listed(kind, rows):
    names = [field.name for field in fields(kind)]
    return {name: [getattr(row, name) for row in rows] for name in names}


def test_facts_of_an_unknown_format_are_not_read() -> None:
    with pytest.raises(ValueError, match="format 99"):
        Facts.from_json(json.dumps({"format": 99}).encode())
