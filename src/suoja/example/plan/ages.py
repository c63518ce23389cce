"""When the clients were born, and when the exploitation began and ended."""

from collections.abc import Sequence
from random import Random

from suoja.core.calendar import Month
from suoja.example.plan.lives import Life
from suoja.example.plan.ordeals import MINOR
from suoja.example.plan.profiles import ADULT
from suoja.example.plan.spans import distance, later, months
from suoja.example.plan.stays import ALONE
from suoja.example.plan.tables import shares

_OF_AGE = 18 * 12
# An adult's ordeal as an adult needs some months between the birthday and the admission.
_ROOM = 8


def give_ages(lives: Sequence[Life], random: Random) -> None:
    """Give each client a month of birth and the months of the exploitation."""
    for life in lives:
        life.birth = _birth(life, random)
        if life.facts["code"] != "none":
            life.began, life.ended = _ordeal(life, random)
    _one_is_over_seventy([life for life in lives if life.facts["cohort"] == "2020"])


def give_ages_to_refused(lives: Sequence[Life], random: Random) -> None:
    """Let those who were not admitted be adults; nothing is published of their ages."""
    for life in lives:
        life.birth = later(life.requests[0].received, -_adult_age(random))


def _birth(life: Life, random: Random) -> Month:
    came = life.stays[0].came
    majority = life.facts["majority"]
    if majority != ADULT:
        later_months = [month for month in months(majority) if month > came]
        return later(random.choice(later_months), -_OF_AGE)
    born = later(came, -_adult_age(random))
    oldest = min((child.birth for child in life.children), default=born)
    return min(born, later(oldest, -random.randint(17 * 12, 38 * 12))) if life.children else born


def _adult_age(random: Random) -> int:
    """Return an age in months."""
    band = random.choices(shares("ages"), [band["share"] for band in shares("ages")])[0]
    return random.randint(max(band["from"] * 12, _OF_AGE + _ROOM), band["to"] * 12 + 11)


def _ordeal(life: Life, random: Random) -> tuple[Month, Month]:
    """Return when it began and ended; it ended before the person was proposed."""
    asked = life.requests[0].received
    if life.facts["group"] != ALONE:
        return later(asked, -2), later(asked, -1)
    of_age = later(life.birth, _OF_AGE)
    if life.facts["exploited_as"] == MINOR:
        began = _as_minor(life.birth, of_age, asked, random)
    else:
        longest = distance(later(of_age, 1), later(asked, -1))
        began = later(asked, -1 - random.randint(0, max(0, min(longest, 60))))
    return began, later(began, random.randint(0, min(30, distance(began, asked))))


def _as_minor(birth: Month, of_age: Month, asked: Month, random: Random) -> Month:
    """Return a month before the eighteenth birthday, seldom long before."""
    latest = min(later(of_age, -1), later(asked, -1))
    return later(latest, -random.randint(0, min(60, distance(birth, latest) - 12)))


def _one_is_over_seventy(lives: Sequence[Life]) -> None:
    """The 2020 report says that the clients of the year were up to over seventy years old."""
    for life in lives:
        if life.facts["majority"] == life.facts["exploited_as"] == ADULT and not life.children:
            life.birth = later(life.birth, -(72 * 12 - distance(life.birth, life.stays[0].came)))
            return
