"""Groups and figures in words, for the terminal inside the office."""

from collections.abc import Iterable, Mapping

from suoja.statistics.check.figures import ACTION_PLAN, REPORTS
from suoja.statistics.check.words import wanted
from suoja.statistics.exposure.cube import NOT_LISTED
from suoja.statistics.exposure.shares import Base
from suoja.statistics.exposure.told import Told
from suoja.statistics.groups import Group, Trait

Said = Mapping[Trait, str]
MONTH_DIGITS = 6
SIGNS = {"lower_bound": "at least ", "upper_bound": "at most "}
REPORT_OF: Mapping[str, str] = {
    **{number: report for report, number in REPORTS.items()},
    ACTION_PLAN: "Action Plan",
}
UNSAID: Said = {}


def said(told: Iterable[Told]) -> dict[Trait, str]:
    """Return how the reports call our categories, which can be many codes together."""
    found = {}
    for each in told:
        pairs = zip(wanted(each.figure).items(), each.figure.traits, strict=True)
        found.update({(code, _joined(codes)): word for (code, codes), (_, word) in pairs})
    return found


def of_group(group: Group, said: Said = UNSAID) -> str:
    """Return whom a group counts: "2018 new clients, place in finland"."""
    told = [
        _trait(code, said.get((code, category), category))
        for code, category in sorted(group.traits)
    ]
    return ", ".join([f"{_when(group.when)} {_plain(group.population)}", *told])


def of_figure(told: Told) -> str:
    """Return whom a printed figure counts, in the report's own words."""
    figure = told.figure
    traits = [_trait(code, category) for code, category in figure.traits]
    return ", ".join([f"{_when(str(told.when))} {_plain(figure.population)}", *traits])


def of_told(told: Told, said: Said) -> str:
    """Return whom a printed figure counts, in the words that groups are told in."""
    traits = ((code, _joined(codes)) for code, codes in told.traits.items())
    return of_group(Group(told.population, str(told.when), frozenset(traits)), said)


def of_rest(total: Group, code: str, said: Said) -> str:
    """Return whom a total counts apart from its parts whose number is printed."""
    return f"{of_group(total, said)}, {_plain(code)} other than printed"


def of_base(base: Base) -> str:
    """Return whom the shares of a list are of."""
    population, when, traits = base
    told = frozenset((code, _joined(codes)) for code, codes in traits)
    return of_group(Group(population, str(when), told))


def printed(told: Told) -> str:
    """Return what is printed: "12", "6 %", "at most 3"."""
    figure = told.figure
    about = "about " if "approximate" in figure.flags else ""
    percent = " %" if told.base is not None else ""
    return f"{about}{SIGNS.get(figure.kind, '')}{figure.printed}{percent}"


def report(source: str) -> str:
    """Return by which name a document goes."""
    return REPORT_OF.get(source, source)


def _trait(code: str, category: str) -> str:
    if category == NOT_LISTED:
        return f"{_plain(code)} none that is listed"
    return f"{_plain(code)} {_plain(category).replace('|', ' or ')}"


def _when(when: str) -> str:
    if len(when) == MONTH_DIGITS and when.isdigit():
        return f"end of {when[:4]}-{when[4:]}"
    return when


def _joined(codes: Iterable[str]) -> str:
    return "|".join(sorted(codes))


def _plain(code: str) -> str:
    return code.replace("_", " ")
