"""Countries by their ISO 3166-1 code, and the two nationalities that are not countries.

Names come from Unicode CLDR through Babel, regions are those of the 2014 report (R147).
"""

from functools import cache

from babel import Locale

from suoja.vocabulary.alphabet import place_in_alphabet
from suoja.vocabulary.choices import Region

STATELESS = "stateless"
UNKNOWN = "unknown"
FINLAND = "FI"

_REGIONS = {
    Region.SUB_SAHARAN_AFRICA: (
        "AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW KE KM LR LS MG ML MR MU MW MZ "
        "NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TZ UG ZA ZM ZW"
    ),
    Region.EUROPE_AND_RUSSIA: (
        "AD AL AM AT AZ BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV "
        "MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM UA VA XK"
    ),
    Region.NORTH_AFRICA_AND_MIDDLE_EAST: (
        "AE BH DZ EG EH IL IQ IR JO KW LB LY MA OM PS QA SA SY TN TR YE"
    ),
    Region.ASIA: (
        "AF BD BN BT CN HK ID IN JP KG KH KP KR KZ LA LK MM MN MO MV MY NP PH PK SG TH TJ TL TM TW "
        "UZ VN"
    ),
    Region.SOUTH_AMERICA: (
        "AG AR BB BO BR BS BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PY SR SV TT "
        "UY VC VE"
    ),
    Region.NORTH_AMERICA_AND_OCEANIA: "AU CA FJ FM KI MH NR NZ PG PW SB TO TV US VU WS",
}

REGION_OF: dict[str, Region] = {
    code: region for region, codes in _REGIONS.items() for code in codes.split()
} | {STATELESS: Region.NO_NATIONALITY, UNKNOWN: Region.UNKNOWN}

COUNTRIES: tuple[str, ...] = tuple(sorted(set(REGION_OF) - {STATELESS, UNKNOWN}))
NATIONALITIES: tuple[str, ...] = (*COUNTRIES, STATELESS, UNKNOWN)

# The European Union since 2020: who has one of these nationalities is a citizen of it.
_EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
EU = frozenset(_EU.split())

# Named in the 2018 report as the zones where new clients had been exploited (R213).
CONFLICT_ZONES = frozenset({"AF", "IQ", "LY", "SO"})

_NOT_COUNTRIES = {
    "en": {STATELESS: "Stateless", UNKNOWN: "Not known"},
    "fi": {STATELESS: "Kansalaisuudeton", UNKNOWN: "Ei tiedossa"},
    "sv": {STATELESS: "Statslös", UNKNOWN: "Okänt"},
}


@cache
def name(code: str, language: str) -> str:
    """Return the name of a nationality's country in `language` (en, fi or sv)."""
    if code in _NOT_COUNTRIES["en"]:
        return _NOT_COUNTRIES[language][code]
    return str(Locale(language).territories[code])


@cache
def country_choices(language: str) -> list[tuple[str, str]]:
    """Return every country with its name, in the order of the names."""
    named = ((code, name(code, language)) for code in COUNTRIES)
    return sorted(named, key=lambda each: place_in_alphabet(each[1], language))


@cache
def nationality_choices(language: str) -> list[tuple[str, str]]:
    """Return every nationality with its name, in the order of the names."""
    others = ((code, name(code, language)) for code in (STATELESS, UNKNOWN))
    return [*country_choices(language), *others]
