"""All attackers on one publication."""

from made_up.attacks_by_hand import narrowed, subtracted
from made_up.attacks_program import bounded
from made_up.attacks_rank import determined
from made_up.attacks_system import system
from made_up.attacks_view import small_aggregates


def derived(tables, seen, values, links=(), threshold=5):
    """Return (attack, aggregate) for every small aggregate that somebody works out."""
    aggregates = small_aggregates(tables, seen, values, links, threshold)
    equations = system(seen)
    found = {
        "subtraction": subtracted(seen, aggregates),
        "bounds": narrowed(seen, aggregates, values, threshold),
        "rank": determined(equations, aggregates),
        "program": bounded(equations, aggregates, values, threshold),
    }
    return [(attack, each) for attack, exposed in found.items() for each in exposed]
