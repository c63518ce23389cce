"""Who the clients are and what was done to them, as far as the reports count it."""

from functools import cache

from suoja.example.plan.groups import Choice, Value, Weights, known
from suoja.example.plan.spans import SPANS, span, spells
from suoja.example.plan.stays import ALONE
from suoja.example.plan.tables import rows, shares
from suoja.example.plan.targets import Sketch

ADULT = "adult"


@cache
def _cohorts() -> dict[str, dict[str, str]]:
    return {row["cohort"]: row for row in rows("cohorts.csv")}


def _profiles(sketch: Sketch) -> Weights:
    if sketch["group"] != ALONE:
        return {("victim", sex, "forced_labour", "in_finland"): 1 for sex in _sexes("other")}
    return _profiles_of(sketch["cohort"])


def _sexes(form: str) -> dict[str, float]:
    women: float = shares("women")[form]
    return {"woman_girl": women, "man_boy": 1 - women}


@cache
def _profiles_of(cohort: str) -> dict[tuple[str, ...], float]:
    row = _cohorts()[cohort]
    witness, in_finland = float(row["witness"]), float(row["in_finland"])
    weights: dict[tuple[str, ...], float] = {}
    for sex, share in _sexes("none").items():
        weights["witness", sex, "none", "none"] = witness * share
    for place, part in (("in_finland", in_finland), ("abroad", 1 - in_finland)):
        for form, of_place in shares("forms")[row["forms"]][place].items():
            for sex, share in _sexes(form).items():
                weights["victim", sex, form, place] = (1 - witness) * part * of_place * share
    return weights


def forms_of(cohort: str) -> str:
    """Return which words for forms a cohort was counted in: before_2016 or since_2016."""
    return _cohorts()[cohort]["forms"]


PROFILE = Choice(("category", "sex", "form", "place"), known("cohort", "group"), _profiles)


def _youth(sketch: Sketch) -> Value:
    """Return the cohort; nobody who came as a minor left and came again."""
    surely_adult = sketch["group"] != ALONE or len(spells(sketch["stay"])) > 1
    return (ADULT,) if surely_adult else (sketch["cohort"],)


def _majorities(sketch: Sketch) -> Weights:
    (youth,) = _youth(sketch)
    return {(ADULT,): 1} if youth == ADULT else _majorities_of(youth)


@cache
def _majorities_of(cohort: str) -> dict[tuple[str, ...], float]:
    """Weigh the spans in which a client of this cohort comes of age, and being adult already."""
    minor = float(_cohorts()[cohort]["minor"])
    weights: dict[tuple[str, ...], float] = {(ADULT,): 1 - minor}
    spans = (*SPANS, *(str(year) for year in range(2021, 2030)))
    for label in spans[spans.index(cohort) :]:
        years = str(span(label).year - span(cohort).year)
        share: float = shares("majority").get(years, 0)
        weights[label,] = minor * share * len(_halves(label)) / 2
    return weights


def _halves(label: str) -> str:
    return label if label.endswith(("H1", "H2")) else "12"


MAJORITY = Choice(("majority",), _youth, _majorities)
