"""docs/exposure.md: how much the printed reports give away, without giving it away anew."""

from collections import Counter
from collections.abc import Iterable
from importlib.resources import as_file, files

from suoja.statistics.exposure.attacker import audit
from suoja.statistics.exposure.printed import of_file
from suoja.statistics.exposure.statements import Audit, Exposed, Kind

ABOUT = """# What the printed reports give away

The reports on 2014, the first half of 2018, 2018 and 2020 were printed before Suoja. `suoja release
audit --published src/suoja/statistics/data/published.csv` attacks them as any reader could: figures
are numbers of whole persons, shares are numbers of persons too, and parts add up to totals. It
lists every group of one to four persons that is printed or follows.

This page only counts them. Who they are and how many is for inside the office: what was withheld
once is not published now because it can be worked out."""
# What is no lower than it is, only the truth can tell, which the printed reports do not bring.
KINDS = (Kind.EXACT, Kind.UNDER, Kind.AT_MOST)
HOW = """## How it is worked out

- The share of a printed number is a number of persons: few per cent of few dozens leave one answer.
- A total minus its listed parts; a row of a cross table with one part withheld.
- A year minus its first half, though each report alone was careful.
- Everybody minus those of one place, age or referrer.
- A withheld "fewer than five" with a lower bound from the other side is an exact number.

## Figures that contradict each other

{contradictions} figures cannot be true together with the others. Shares that no whole number of
persons fits are read against a total next to the printed one, or as roughly told; other figures are
left out. The attack goes on with the rest."""


def render() -> str:
    """Return the page."""
    with as_file(files("suoja.statistics") / "data" / "published.csv") as file:
        found = audit(of_file(file))
    return "\n\n".join([ABOUT, _table(found), HOW.format(contradictions=len(found.contradictions))])


def _table(found: Audit) -> str:
    rows: dict[str, list[Exposed]] = {}
    for each in found.exposed:
        rows.setdefault(" with ".join(each.sources), []).append(each)
    head = ["by the figures of", *(f"{kind}" for kind in KINDS), "of these printed", "derived"]
    lines = [head, ["---"] * len(head), *(_row(name, rows[name]) for name in sorted(rows))]
    lines.append(_row("all", found.exposed))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _row(name: str, exposed: Iterable[Exposed]) -> list[str]:
    every = list(exposed)
    kinds = Counter(each.kind for each in every)
    printed = sum(each.printed for each in every)
    numbers = [*(kinds[kind] for kind in KINDS), printed, len(every) - printed]
    return [name, *map(str, numbers)]
