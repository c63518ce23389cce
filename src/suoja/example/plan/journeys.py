"""Through which countries somebody was exploited."""

from random import Random

from suoja.example.plan.cases import PlannedSegment
from suoja.example.plan.tables import shares
from suoja.vocabulary.countries import CONFLICT_ZONES, FINLAND, REGION_OF

_LIBYA, _IRAQ = "LY", "IQ"


def segments(scene: str, nationality: str, random: Random) -> tuple[PlannedSegment, ...]:
    """Return the places of an exploitation in their order."""
    countries = {
        "finland": (FINLAND,),
        "finland_at_home": (FINLAND,),
        "finland_from_home": (nationality, FINLAND),
        "finland_from_conflict": (nationality, FINLAND),
        "home": (nationality,),
        "home_in_conflict": (nationality,),
        "elsewhere": _elsewhere(nationality, random),
        "elsewhere_in_conflict": (
            _LIBYA if nationality != _LIBYA else _IRAQ,
            *_elsewhere(nationality, random)[: random.randint(0, 1)],
        ),
    }[scene]
    return tuple(PlannedSegment(country, country in CONFLICT_ZONES) for country in countries)


def _elsewhere(nationality: str, random: Random) -> tuple[str, ...]:
    """Return one or two countries that are neither home nor Finland nor at war."""
    possible = [c for c in shares("elsewhere")[REGION_OF[nationality]] if c != nationality]
    return tuple(random.sample(possible, random.choice((1, 1, 2))))
