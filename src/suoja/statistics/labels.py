"""What a reader sees instead of a code, in the language that is active."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.functional import lazy
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from suoja.statistics import choices as own
from suoja.statistics.choices import TOTAL
from suoja.statistics.measures.definition import Text
from suoja.vocabulary import choices as shared
from suoja.vocabulary import countries

TOTAL_LABEL = pgettext_lazy("all categories together", "Total")

DIMENSIONS: Mapping[str, Text] = {
    "age_at_admission": _("Age at admission"),
    "age_at_exploitation": _("Age at exploitation"),
    "age_group": _("Age at admission"),
    "age_now": _("Age at the end of the period"),
    "category": _("Category"),
    "conflict_zone": _("Conflict zone"),
    "decision": _("Decision"),
    "form": _("Form of exploitation"),
    "granted_by": _("Granted by"),
    "ground": _("Ground"),
    "guardian_residence_status": _("Residence status of the guardian"),
    "home_country": _("Home country"),
    "month": _("Month"),
    "nationality": _("Nationality"),
    "organisation": _("Organisation"),
    "outcome": _("Outcome"),
    "place": _("Place of exploitation"),
    "population": _("Population"),
    "received": _("Time of the referral"),
    "referrer": _("Referred by"),
    "region": _("Region"),
    "repetition": _("Repetition"),
    "request_number": _("Request number"),
    "residence_status": _("Residence status"),
    "sex": _("Sex"),
    "subform": _("Closer form"),
    "year": _("Year"),
}

_NO_FORM = {"none": _("No exploitation (witness)"), "unknown": pgettext_lazy("form", "Not known")}
_NO_SUBFORM = {"none": _("None told apart")}
_NO_ORGANISATION = {"none": _("No organisation named here")}


class Ground(TextChoices):
    """Grounds of refusal and of exit, worded as the rooms of referrals and clients word them."""

    NO_NEED_OF_ASSISTANCE = "no_need_of_assistance", _("No need of assistance from the system")
    NOT_TRAFFICKING_OTHER_VIOLATION = (
        "not_trafficking_other_violation",
        _("Not trafficking, possibly another violation of rights"),
    )
    NOT_CREDIBLE = "not_credible", _("Account not credible")
    OTHER = "other", pgettext_lazy("refusal ground", "Other")
    NOT_TRAFFICKING = "not_trafficking", _("Not trafficking")
    CONTINUOUS_RESIDENCE_PERMIT = (
        "continuous_residence_permit",
        _("Continuous residence permit granted"),
    )
    NEED_ENDED = "need_ended", _("Need of assistance ended")
    ENTRY_REFUSED = "entry_refused", _("Entry refused")
    DISAPPEARED = "disappeared", _("Disappeared")
    RETURNED_HOME = "returned_home", _("Returned to home country")
    NOT_IDENTIFIED = "not_identified", _("Not officially identified")
    OWN_WISH = "own_wish", _("Own wish")
    DIED = "died", _("Died")
    NOT_RECORDED = "not_recorded", pgettext_lazy("ground of exit", "Not recorded")


def _words(words: type[TextChoices]) -> dict[str, Text]:
    return {member.value: member.label for member in words}


CATEGORIES: Mapping[str, Mapping[str, Text]] = {
    "age_at_admission": _words(own.Majority),
    "age_at_exploitation": _words(own.Majority),
    "age_group": _words(own.AgeGroup),
    "age_now": _words(own.Majority),
    "category": _words(shared.Category),
    "conflict_zone": _words(own.ConflictZone),
    "decision": _words(own.Movement),
    "form": _words(shared.Form) | _NO_FORM,
    "granted_by": _words(own.GrantedBy),
    "ground": _words(Ground),
    "guardian_residence_status": _words(shared.ResidenceStatus),
    "home_country": _words(own.HomeCountry),
    "organisation": _words(shared.Organisation) | _NO_ORGANISATION,
    "outcome": _words(own.Outcome) | _words(own.Assessment),
    "place": _words(own.PlaceClass),
    "population": _words(own.Counted),
    "received": _words(own.Received),
    "referrer": _words(shared.Referrer),
    "region": _words(shared.Region),
    "repetition": _words(own.Repetition),
    "request_number": _words(own.RequestNumber),
    "residence_status": _words(shared.ResidenceStatus),
    "sex": _words(shared.Sex),
    "subform": _words(shared.Subform) | _NO_SUBFORM,
}


def dimension_label(dimension: str) -> Text:
    """Return the heading of a dimension; raise KeyError for a name that is none."""
    return DIMENSIONS[dimension]


def label(dimension: str, category: str) -> Text:
    """Return the words for a category; years and months are their own words."""
    if category == TOTAL:
        return TOTAL_LABEL
    if dimension == "nationality":
        return _nationality(category)
    return CATEGORIES.get(dimension, {}).get(category, category)


def _country(code: str) -> str:
    return countries.name(code, (get_language() or "en")[:2])


_nationality = lazy(_country, str)
