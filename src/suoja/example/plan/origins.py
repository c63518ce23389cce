"""Where the clients come from, on what footing they stay, and where they were exploited."""

from collections.abc import Sequence
from functools import cache
from random import Random

from suoja.example.plan.groups import Choice, Weights, known
from suoja.example.plan.lives import Life
from suoja.example.plan.settling import settle
from suoja.example.plan.stays import ALONE
from suoja.example.plan.tables import block_of, rows, shares
from suoja.example.plan.targets import Sketch
from suoja.vocabulary.countries import CONFLICT_ZONES, REGION_OF, STATELESS, UNKNOWN

_SINCE_2016 = 201601
_WITHOUT_COUNTRY = {"2014": (STATELESS,), "2019": (STATELESS, UNKNOWN), "2020": (STATELESS,)}


def _pool(sketch: Sketch) -> tuple[str, ...]:
    """Return what the weights of the nationalities hang on."""
    if sketch["group"] != ALONE:
        return ("berries",)
    place = "abroad" if sketch["place"] == "abroad" else "finland"
    era = "early" if sketch["cohort"] < "2016" else "late"
    factor = {"sexual_exploitation": "sexual", "forced_labour": "labour"}.get(sketch["form"], "")
    return (f"{place}_{era}", factor, *_WITHOUT_COUNTRY.get(sketch["cohort"], ()))


@cache
def _weights(pool: tuple[str, ...]) -> dict[tuple[str, ...], float]:
    if pool == ("berries",):
        return {("TH",): 1}
    column, factor, *without_country = pool
    return {
        (row["nationality"],): float(row[column]) * float(row.get(factor, 1))
        for row in rows("nationalities.csv")
        if row["nationality"] not in (STATELESS, UNKNOWN) or row["nationality"] in without_country
    }


NATIONALITY = Choice(("nationality",), _pool, lambda sketch: _weights(_pool(sketch)))


def _residences(sketch: Sketch) -> Weights:
    block = block_of(sketch["nationality"])
    if sketch["group"] != ALONE:
        return {("visa",): 1}
    if block in ("finnish", "eu"):
        return {("finnish_citizen" if block == "finnish" else "other_eu_citizen",): 1}
    place = "abroad" if sketch["place"] == "abroad" else "in_finland"
    return {(status,): share for status, share in shares("residence")[place][block].items()}


RESIDENCE = Choice(("residence",), known("nationality", "group", "place"), _residences)


def describe_refused(lives: Sequence[Life], random: Random) -> None:
    """Say who those were who never became clients; nothing is published of them."""
    persons = [life.facts for life in lives]
    for life in lives:
        late = life.requests[0].received >= _SINCE_2016
        place = random.choice(("in_finland", "abroad"))
        form = random.choice(("sexual_exploitation", "forced_labour"))
        life.facts |= {"cohort": "2016-H1" if late else "2006", "place": place, "form": form}
        life.facts["sex"] = random.choice(("woman_girl", "man_boy"))
    for choice in (NATIONALITY, RESIDENCE):
        settle(persons, choice, (), random)


def _scenes(sketch: Sketch) -> Weights:
    if sketch["place"] == "none":
        return {("none",): 1}
    by_place = {"in_finland": _scenes_in_finland, "abroad": _scenes_abroad}
    return by_place[sketch["place"]](sketch["nationality"], sketch["form"])


def _scenes_in_finland(nationality: str, form: str) -> Weights:
    if nationality == "FI":
        return {("finland_at_home",): 1}
    began_at_home: float = shares("at_home")["in_finland"][form]
    if nationality in (STATELESS, UNKNOWN):
        began_at_home = 0
    home = "finland_from_conflict" if nationality in CONFLICT_ZONES else "finland_from_home"
    return {("finland",): 1 - began_at_home, (home,): began_at_home}


def _scenes_abroad(nationality: str, form: str) -> Weights:
    at_home: float = shares("at_home")["abroad"][form]
    if nationality in ("FI", STATELESS, UNKNOWN):
        at_home = 0
    libya: float = shares("through_libya").get(REGION_OF[nationality], 0)
    home = "home_in_conflict" if nationality in CONFLICT_ZONES else "home"
    return {
        (home,): at_home,
        ("elsewhere_in_conflict",): (1 - at_home) * libya,
        ("elsewhere",): (1 - at_home) * (1 - libya),
    }


SCENE = Choice(("scene",), known("nationality", "place", "form"), _scenes)
