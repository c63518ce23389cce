"""Hand the tables of a report to disclosure control, with all that was published before."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from django.utils.translation import gettext as _

from suoja import law
from suoja.core.errors import refuse
from suoja.statistics import disclosure
from suoja.statistics.choices import Status
from suoja.statistics.counting import Coordinates, Counted
from suoja.statistics.disclosure import Proof, Protected, Unprotectable
from suoja.statistics.disclosure.scheme import Worth
from suoja.statistics.disclosure.tables import Name, World
from suoja.statistics.how_many import TABLE, too_telling
from suoja.statistics.scheme import Scheme

Statuses = Mapping[Coordinates, Status]
# What is better kept: a total before a part of it, that before a part of a part.
WORTH = (100, 5)
KEY_FIGURE = 1_000


@dataclass(frozen=True, slots=True)
class Protection:
    """What is published of each table, and the proof that it exposes nobody.

    `given_away` are small groups that follow from what was published before: nothing that is
    hidden now can help them.
    """

    statuses: Mapping[str, Statuses]
    witnesses: tuple[World, ...]
    proof: Proof
    given_away: frozenset[Name]


def protection_of(numbers: Sequence[Counted], scheme: Scheme, policy: str) -> Protection:
    """Return what may be published of these numbers under the policy of that name."""
    protected, given_away = _protected(scheme, policy)
    proof = prove(scheme, policy, protected, given_away)
    ids = {table.id: each.spec.id for table, each in zip(scheme.today, numbers, strict=True)}
    statuses = {
        ids[name]: {at: Status(status) for at, status in found.items()}
        for name, found in protected.statuses.items()
        if name in ids
    }
    for at in list(too_telling(numbers, statuses, law.publication_policy(policy).threshold)):
        statuses[TABLE] = {**statuses[TABLE], at: Status.SECONDARY}
    return Protection(statuses, protected.witnesses, proof, given_away)


def prove(
    scheme: Scheme, policy: str, protected: Protected, given_away: Collection[Name] = ()
) -> Proof:
    """Return what the witnesses show, by the checker that is apart from the engine."""
    return disclosure.prove(
        scheme.tables,
        law.publication_policy(policy),
        protected,
        links=scheme.links,
        facts=scheme.facts,
        known=given_away,
    )


def _protected(scheme: Scheme, policy: str) -> tuple[Protected, frozenset[Name]]:
    given_away: frozenset[Name] = frozenset()
    while True:
        try:
            return _attempt(scheme, policy, given_away), given_away
        except Unprotectable as found:
            given_away |= _confirmed(found.names, scheme, policy)


def _confirmed(names: Collection[Name], scheme: Scheme, policy: str) -> frozenset[Name]:
    """Return the groups that earlier releases give away; refuse if that is not proven of all."""
    known = disclosure.given_away(
        names,
        scheme.tables,
        law.publication_policy(policy),
        links=scheme.links,
        facts=scheme.facts,
    )
    if known < set(names):
        refuse(_("It could not be proven that every small group is safe: nothing is told."))
    return known


def _attempt(scheme: Scheme, policy: str, given_away: Collection[Name]) -> Protected:
    return disclosure.protect(
        scheme.tables,
        law.publication_policy(policy),
        links=scheme.links,
        facts=scheme.facts,
        known=given_away,
        worth=_worth(scheme.key_tables),
    )


def _worth(key_tables: Collection[str]) -> Worth:
    """Return what it costs to hide a cell."""

    def worth(table: disclosure.Table, coordinates: Coordinates) -> float:
        detail = table.detail(coordinates)
        times = WORTH[detail] if detail < len(WORTH) else 1
        if not detail and table.id in key_tables:
            times = KEY_FIGURE
        return times * (1 + log1p(table.values[coordinates]))

    return worth
