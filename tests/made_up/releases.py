"""Attack several releases of `suoja disclose` together: everything that any of them published."""

import csv
from collections import Counter

from made_up.attacks_program import bounded
from made_up.attacks_system import System
from made_up.attacks_view import Aggregate


def given_away(persons, folders, groups):
    """Return the small groups that all folders together give away.

    `persons` has a row of labels for each combination (a set of all its categories), with its
    count; `groups` are sets of labels that anybody can ask about.
    """
    rows = [(_inside(labels, persons), value, value) for labels, value in _told(folders)]
    counts = {group: sum(persons[each] for each in _inside(group, persons)) for group in groups}
    small = [Aggregate((group,)) for group, count in counts.items() if 0 < count < 5]
    made_of = {group: _inside(group, persons) for group in groups}
    values = {**counts, **persons}
    return bounded(System(tuple(persons), tuple(rows), made_of), small, values), len(small)


def _told(folders):
    """Yield what the tables in each (folder, where) published, the labels with those of `where`."""
    for folder, where in folders:
        for path in sorted(folder.glob("*.csv")):
            if path.name == "intervals.csv":
                continue
            with path.open(encoding="utf-8", newline="") as file:
                for *labels, value, status in list(csv.reader(file))[1:]:
                    if status == "published":
                        yield frozenset({*labels, *where} - {"total"}), int(value)


def _inside(labels, persons):
    return {each: 1 for each in persons if labels <= each}


def persons_of(rows, columns):
    """Return how many persons have each combination of labels."""
    found = Counter()
    for row in rows:
        found[frozenset(row[column] for column in columns)] += int(row["persons"])
    return found
