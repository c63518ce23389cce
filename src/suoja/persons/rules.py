"""What may be written about a person."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import age_on

OLDEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Who a person is, as far as it is known."""

    given_names: str
    family_name: str
    sex: str
    nationality: str
    birth_date: date | None = None
    birth_date_estimated: bool = False
    language: str = ""
    phone: str = ""
    address: str = ""
    safe_contact: str = ""

    @property
    def name(self) -> str:
        return f"{self.given_names} {self.family_name}".strip()


def why_not_these_details(details: Details, *, today: date) -> Promise | None:
    """Return the reason why a person cannot be written down so, or None."""
    if not details.name:
        return _("Give at least one name, or the name by which the person is known.")
    if details.birth_date is None:
        return None
    if details.birth_date > today:
        return _("The birth date is in the future. Correct the year, or leave it empty.")
    if age_on(details.birth_date, today) > OLDEST:
        return _("The birth date is more than 120 years ago. Correct the year, or leave it empty.")
    return None
