"""Publish releases one after the other, each protected against all that was published before."""

from dataclasses import dataclass, field

from made_up.attacks_together import derived
from made_up.attacks_view import published, truth, view
from suoja.statistics.disclosure import SECONDARY, Fact, Threshold, protect, prove

POLICY = Threshold(5)


@dataclass
class Publication:
    """Everything published so far."""

    tables: list = field(default_factory=list)
    links: list = field(default_factory=list)
    told: list = field(default_factory=list)
    known: dict = field(default_factory=dict)
    unproven: list = field(default_factory=list)
    secondary: set = field(default_factory=set)

    @property
    def facts(self):
        return [
            *self.told,
            *(Fact.exactly(name, value) for name, value in self.known.items()),
        ]

    def seen(self):
        return view(self.tables, self.known, self.links, self.told)

    def derived(self):
        """Return every small aggregate that somebody works out from all of it together."""
        return derived(self.tables, self.seen(), truth(self.tables), self.links)

    def tell(self, release):
        """Add what is known of a release before any of its cells is published."""
        self.tables += release.tables
        self.links += release.links
        self.told += release.told

    def publish(self, release):
        """Protect a release and add what it publishes."""
        facts = [*self.facts, *release.told]
        self.tell(release)
        protected = protect(release.tables, POLICY, links=release.links, facts=facts)
        proof = prove(release.tables, POLICY, protected, links=release.links, facts=facts)
        self.unproven += [*proof.at_risk, *proof.faults]
        self.known |= published(release.tables, protected)
        self.secondary |= {
            table.name(at)
            for table in release.tables
            if table.visible
            for at, status in protected.statuses[table.id].items()
            if status == SECONDARY
        }
