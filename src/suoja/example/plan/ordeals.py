"""What form the exploitation took in today's words, and whether it befell a minor."""

from collections.abc import Iterator
from functools import cache

from suoja.example.plan.groups import Choice, Weights, known
from suoja.example.plan.profiles import ADULT, forms_of
from suoja.example.plan.stays import ALONE
from suoja.example.plan.tables import shares
from suoja.example.plan.targets import Sketch

MINOR = "minor"


def _details(sketch: Sketch) -> Weights:
    if sketch["group"] != ALONE:
        return {("forced_labour", "", "berry_picking"): 1}
    return _details_of(forms_of(sketch["cohort"]), sketch["place"], sketch["form"])


@cache
def _details_of(era: str, place: str, form: str) -> dict[tuple[str, ...], float]:
    if form == "none":
        return {("none", "", ""): 1}
    if form == "forced_labour":
        return dict(_work(place))
    codes = shares("codes")[era][place] if form == "other" else {form: 1}
    return {
        (code, subform, ""): share * part
        for code, share in codes.items()
        for subform, part in shares("subforms").get(code, {"": 1}).items()
    }


def _work(place: str) -> Iterator[tuple[tuple[str, ...], float]]:
    for industry, share in shares("industries")[place].items():
        subform = "domestic_servitude" if industry == "domestic_help" else ""
        yield ("forced_labour", subform, industry), share


DETAIL = Choice(
    ("code", "subform", "industry"), known("cohort", "group", "place", "form"), _details
)


def _ages(sketch: Sketch) -> Weights:
    if sketch["form"] == "none":
        return {("none",): 1}
    if sketch["majority"] != ADULT:
        return {(MINOR,): 1}
    minor: float = 0 if sketch["group"] != ALONE else shares("as_minor")[sketch["form"]]
    return {(MINOR,): minor, (ADULT,): 1 - minor}


EXPLOITED_AS = Choice(("exploited_as",), known("majority", "group", "form"), _ages)
