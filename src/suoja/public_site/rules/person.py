"""Whose consent is needed at which age, and which birth dates can be."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suoja import law
from suoja.core.calendar import age_on
from suoja.public_site.choices.referral import NOBODY, Age
from suoja.vocabulary.choices import ConsentBy

OLDEST = 120
# Who signs at which age (law.children); a young person may sign alone.
SIGNS: Mapping[Age, tuple[ConsentBy, ...]] = {
    Age.ADULT: (ConsentBy.PERSON,),
    Age.YOUNG: (ConsentBy.PERSON, ConsentBy.PERSON_AND_GUARDIAN),
    Age.CHILD: (ConsentBy.GUARDIAN, ConsentBy.REPRESENTATIVE),
}


def is_urgent(age: str, *, ticked: bool, today: date) -> bool:
    """Test if somebody cannot wait: of a child, every referral is urgent."""
    is_child = age != Age.ADULT
    return ticked or (is_child and law.on(today).admission.child_is_urgent)


def lacks_consent(age: str, consent_by: str, *, guardian_suspected: bool) -> bool:
    """Test if nobody consents who has to; a suspected guardian is replaced afterwards."""
    waits_for_representative = age == Age.CHILD and guardian_suspected
    return consent_by == NOBODY and not waits_for_representative


def why_not_signed_by(consent_by: str, *, guardian_suspected: bool) -> Promise | None:
    """Return why this consent is none, or None."""
    if guardian_suspected and consent_by == ConsentBy.GUARDIAN:
        return _(
            "A suspected guardian cannot sign. Choose the representative, or nobody: "
            "a representative is then appointed."
        )
    return None


def why_not_consented_on(day: date, *, today: date) -> Promise | None:
    """Return why consent cannot have been given on this day, or None."""
    if day > today:
        return _("The consent is dated in the future. Correct the day it was given.")
    return None


def why_not_born(birth_date: date, age: str, *, today: date) -> Promise | None:
    """Return why a person of this age was not born on this day, or None."""
    years = age_on(birth_date, today)
    if birth_date > today:
        return _("The birth date is in the future. Correct the year, or leave it empty.")
    if years > OLDEST:
        return _("The birth date is more than 120 years ago. Correct the year, or leave it empty.")
    if _age_of(years, today) != age:
        return _(
            "This birth date does not fit the answer to “Adult or child?”. Correct the date, or "
            "go back and change that answer."
        )
    return None


def _age_of(years: int, today: date) -> Age:
    children = law.on(today).children
    if years >= children.age_of_majority:
        return Age.ADULT
    return Age.YOUNG if years >= children.age_of_consent else Age.CHILD
