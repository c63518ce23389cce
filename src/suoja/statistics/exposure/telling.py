"""An audit on the terminal, or as JSON for another program. Both are for inside the office."""

import json
from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap

from suoja.statistics.exposure.statements import Audit, Contradiction, Exposed, Kind

WIDTH = 100
INTERNAL = "Internal: what follows names small groups. Keep it inside the office."
SAFE = "Nothing is given away."


def as_text(audit: Audit) -> str:
    """Return what is given away by each report, or by several together, the worst first."""
    lines = [INTERNAL, ""] if audit.exposed else []
    for sources, exposed in groupby(sorted(audit.exposed, key=_sources), key=_sources):
        lines += ["By " + (" and ".join(sources) or "what adds up"), *_table(list(exposed)), ""]
    for title, told in _remarks(audit):
        lines += [title, *(f"  {line}" for line in told), ""]
    return "\n".join([*lines, summary(audit)])


def summary(audit: Audit) -> str:
    """Return how much is given away, in one line."""
    printed = sum(each.printed for each in audit.exposed)
    found = len(audit.exposed)
    told = f"{found} small groups are given away: {printed} printed, {found - printed} derived."
    return f"{told if found else SAFE} {audit.asked} groups and differences were tried."


def as_json(audit: Audit) -> str:
    """Return the same for another program."""
    content = {
        "threshold": audit.threshold,
        "asked": audit.asked,
        "exposed": [_exposed(each) for each in audit.exposed],
        "contradictions": [_contradiction(each) for each in audit.contradictions],
        "left_out": dict(audit.left_out),
        "undecided": list(audit.undecided),
        "nobody": [each.asked.label for each in audit.nobody],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _sources(exposed: Exposed) -> tuple[str, ...]:
    return exposed.sources


def _table(exposed: list[Exposed]) -> Iterator[str]:
    yield f"  {'persons':<9}{'what is known':<26}whom, and by which figures"
    for each in exposed:
        first, *more = wrap(each.asked.label, WIDTH - 37)
        yield f"  {_range(each):<9}{each.kind:<26}{first}"
        derivation = wrap(each.derivation, WIDTH - 39)
        yield from (" " * 37 + line for line in (*more, *(f"  {line}" for line in derivation)))


def _range(exposed: Exposed) -> str:
    if exposed.high is None:
        return ""
    if exposed.low == exposed.high:
        return str(exposed.low)
    return f"{exposed.low}..{exposed.high}"


def _remarks(audit: Audit) -> Iterator[tuple[str, list[str]]]:
    if audit.contradictions:
        told = [f"{each.says}: {each.against}. {each.remedy}" for each in audit.contradictions]
        yield "Figures that contradict each other", told
    if audit.left_out:
        told = [f"{number}: {reason}" for reason, number in sorted(audit.left_out.items())]
        yield "Figures left out", told
    if audit.nobody:
        yield Kind.AT_MOST.capitalize(), [each.asked.label for each in audit.nobody]
    if audit.undecided:
        yield "Not decided in time, so not known to be safe", list(audit.undecided)


def _exposed(exposed: Exposed) -> dict[str, object]:
    return {
        "group": exposed.asked.label,
        # Known from one side only, the number would be the true one.
        "low": exposed.low if exposed.high is not None else None,
        "high": exposed.high,
        "kind": exposed.kind.name.lower(),
        "printed": exposed.printed,
        "derivation": exposed.derivation,
        "reports": list(exposed.sources),
    }


def _contradiction(contradiction: Contradiction) -> dict[str, str]:
    return {
        "says": contradiction.says,
        "against": contradiction.against,
        "remedy": contradiction.remedy,
    }
