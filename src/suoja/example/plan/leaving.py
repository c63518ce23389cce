"""Why clients left."""

from functools import cache

from suoja.example.plan.groups import Choice, Value
from suoja.example.plan.tables import block_of, shares
from suoja.example.plan.targets import Sketch

_PERMIT = "continuous_residence_permit"
_FOR_FOREIGNERS = frozenset({_PERMIT, "entry_refused", "returned_home"})
_UNRECORDED_YEAR = "2014"


def _situation(spell: Sketch) -> Value:
    """Return what the ground hangs on."""
    if not spell["months"].partition(">")[2]:
        return ("there",)
    if spell["verdict"]:
        return (spell["verdict"],)
    if spell["returns"]:
        return ("returns",)
    block = block_of(spell["nationality"])
    foreign = "foreign" if block == "other" else "free"
    return ("left", foreign, _year(spell))


def _year(spell: Sketch) -> str:
    """Tell 2014 apart: one ground is not on record there, and a wish to leave was none."""
    year = spell["months"].partition(">")[2][:4]
    return year if year == _UNRECORDED_YEAR else ""


@cache
def _weights(situation: Value) -> dict[Value, float]:
    if situation == ("there",):
        return {("",): 1}
    if situation == ("not_identified",):
        return {situation: 1}
    if situation == ("returns",):
        return {(ground,): share for ground, share in shares("grounds_before_return").items()}
    _, foreign, year = situation
    weights: dict[Value, float] = {
        (ground,): share
        for ground, share in shares("grounds").items()
        if foreign == "foreign" or ground not in _FOR_FOREIGNERS
    }
    if year:
        weights |= {("not_recorded",): 0.01, ("own_wish",): 0, ("died",): 0}
    return weights


GROUND = Choice(("ground",), _situation, lambda spell: _weights(_situation(spell)))
