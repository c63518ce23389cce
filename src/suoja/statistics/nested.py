"""Who is one of these is one of those: closer forms lie in a form, an organisation in a kind of it.

A table of forms beside one of closer forms tells how many of a form have no closer one, though
neither shows it: such a rest is protected like any other group.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from suoja.statistics.choices import NONE
from suoja.statistics.disclosure import Relation
from suoja.statistics.groups import Group, Trait
from suoja.vocabulary.choices import SUBFORMS, Organisation, Referrer

SHELTER: Trait = ("referrer", Referrer.SHELTER_OR_MOTHER_AND_CHILD_HOME.value)
SOME = "told closer"
Values = Mapping[Group, int]
MONIKA: Trait = ("organisation", Organisation.MONIKA.value)
# The wider trait, the narrower ones within it, and what the rest of the wider one has.
WITHIN: Mapping[Trait, tuple[tuple[Trait, ...], Trait]] = {
    **{
        ("form", form.value): (tuple(("subform", each.value) for each in inner), ("subform", NONE))
        for form, inner in SUBFORMS.items()
    },
    SHELTER: ((MONIKA,), ("organisation", f"other than {Organisation.MONIKA.value}")),
}


class Nest(NamedTuple):
    """A group, the narrower ones within it, those together, and who is in none of them."""

    whom: Group
    listed: tuple[Group, ...]
    together: Group
    rest: Group
    numbers: Mapping[Group, int]

    @property
    def relations(self) -> tuple[Relation, ...]:
        within = Relation(self.whom, (self.together, self.rest))
        return (within, Relation(self.together, self.listed)) if self.named else (within,)

    @property
    def named(self) -> bool:
        """Test if those together have a name of their own: one alone has its own already."""
        return self.listed != (self.together,)


def nested(values: Values) -> Iterator[Nest]:
    """Yield what can be worked out of each group in which narrower ones lie."""
    for whom in values:
        for wider in sorted(whom.traits & WITHIN.keys()):
            inner, other = WITHIN[wider]
            listed = tuple(_with(whom, whom.traits - {wider}, each) for each in inner)
            if all(each in values for each in listed):
                yield from _nest(whom, listed, _with(whom, whom.traits, other), values)


def _nest(whom: Group, listed: tuple[Group, ...], rest: Group, values: Values) -> Iterator[Nest]:
    inside = sum(values[each] for each in listed)
    left = values[whom] - inside
    several = _with(whom, whom.traits, (SOME, SOME))
    together = listed[0] if len(listed) == 1 else several
    # Records that name another form beside a closer one make such numbers differ.
    if left >= 0 and values.get(rest, left) == left:
        yield Nest(whom, listed, together, rest, {rest: left, together: inside})


def _with(whom: Group, traits: frozenset[Trait], more: Trait) -> Group:
    return whom._replace(traits=traits | {more})
