"""Names, addresses and telephone numbers of people who do not exist."""

from datetime import date
from random import Random

from suoja.example.plan.cases import PlannedPerson
from suoja.example.plan.tables import names, texts

_FINNISH = "FI"


def name_person(
    random: Random,
    *,
    sex: str,
    nationality: str,
    birth_date: date,
    registered_on: date,
    family_name: str | None = None,
    reachable: bool = True,
) -> PlannedPerson:
    """Make somebody up; `family_name` is that of the guardian of a child."""
    given, family = _name(random, sex, nationality)
    language = names(nationality)[1]
    return PlannedPerson(
        given_names=given,
        family_name=family_name or family,
        sex=sex,
        nationality=nationality,
        language=language,
        birth_date=birth_date,
        birth_date_estimated=random.random() < 0.03,
        phone=f"+358 50 0000 {random.randint(0, 999):03}" if reachable else "",
        address=_address(random) if reachable else "",
        safe_contact=random.choice(texts()["safe_contact"]) if reachable else "",
        registered_on=registered_on,
    )


def name_official(random: Random) -> str:
    """Make up who signs a referral."""
    given, family = _name(random, random.choice(("woman_girl", "man_boy")), _FINNISH)
    return f"{given} {family}"


def _name(random: Random, sex: str, nationality: str) -> tuple[str, str]:
    woman = sex == "woman_girl"
    pool, _ = names(nationality)
    given = pool["women" if woman else "men"]
    family = random.choice(pool["family"]).split("|")
    parts = random.sample(given, 2) if random.random() < 0.3 else [random.choice(given)]
    return " ".join(parts), family[-1 if woman else 0]


def _address(random: Random) -> str:
    street, town = random.choice(texts()["streets"]), random.choice(texts()["towns"])
    return f"{street} {random.randint(1, 60)}, {town}"
