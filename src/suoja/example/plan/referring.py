"""Who made each request, and on what ground the refused ones were refused."""

from functools import cache

from suoja.example.plan.groups import Choice, Value
from suoja.example.plan.stays import ALONE
from suoja.example.plan.tables import shares
from suoja.example.plan.targets import Sketch

CONSENT_WITHDRAWN = "consent_withdrawn"
# While the police were notified of every client, some took their consent back (R070, R116).
_NOTIFIED = ("2015", "2018")


def _situation(request: Sketch) -> Value:
    """Return what the referrer hangs on."""
    if request["group"] != ALONE:
        return ("group",)
    if request["received"] < "2016":
        return ("early", "admitted" if request["admits"] else "refused", request["received"])
    return ("late", request["place"] if request["admits"] else "refused", "")


@cache
def _weights(situation: Value) -> dict[Value, float]:
    if situation == ("group",):
        return {("police", ""): 1}
    era, kind, year = situation
    place = "in_finland" if kind == "none" else kind
    referrers: dict[str, float] = shares("referrers")[era][place]
    weights: dict[Value, float] = {
        (referrer, organisation): share * part
        for referrer, share in referrers.items()
        for organisation, part in shares("organisations").get(referrer, {"": 1}).items()
    }
    return weights | ({("not_recorded", ""): 0.01} if year == "2014" else {})


REFERRER = Choice(
    ("referrer", "organisation"), _situation, lambda request: _weights(_situation(request))
)


def _refusal(request: Sketch) -> Value:
    if request["admits"] or not request["decided"]:
        return ("",)
    if request["group"] != ALONE:
        return ("not_trafficking_other_violation",)
    notified = _NOTIFIED[0] <= request["decided"] <= _NOTIFIED[1]
    return ("refused", "notified" if notified else "")


@cache
def _grounds(refusal: Value) -> dict[Value, float]:
    if refusal[0] != "refused":
        return {refusal: 1}
    return {
        (ground,): share
        for ground, share in shares("refusals").items()
        if ground != CONSENT_WITHDRAWN or refusal[1]
    }


REFUSAL = Choice(("ground",), _refusal, lambda request: _grounds(_refusal(request)))
