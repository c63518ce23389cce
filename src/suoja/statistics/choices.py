"""Words that only statistics use; codes of facts keep the words of the rooms that made them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

TOTAL = "total"
NONE = "none"
UNKNOWN = "unknown"
WITNESS = "witness"


class Status(TextChoices):
    """What became of a cell; outside, a cell is only published or hidden."""

    PUBLISHED = "published", _("Published")
    PRIMARY = "primary", _("Hidden because it is small")
    SECONDARY = "secondary", _("Hidden because it would give a small one away")
    HIDDEN = "hidden", _("Hidden")


class Counts(TextChoices):
    PERSONS = "persons", _("Persons")
    CASES = "cases", _("Cases, each about one person")
    THINGS = "things", _("Things, not persons")


class AgeGroup(TextChoices):
    MINOR = "minor", _("Under 18")
    FROM_18 = "18_24", _("18 to 24")
    FROM_25 = "25_34", _("25 to 34")
    FROM_35 = "35_44", _("35 to 44")
    FROM_45 = "45_54", _("45 to 54")
    FROM_55 = "55_64", _("55 to 64")
    FROM_65 = "65_and_over", _("65 and over")
    UNKNOWN = "unknown", pgettext_lazy("age", "Not known")


class Majority(TextChoices):
    UNDER_18 = "under_18", _("Under 18")
    ADULT = "18_or_over", _("18 or over")
    UNKNOWN = "unknown", pgettext_lazy("age", "Not known")


class PlaceClass(TextChoices):
    """Where a client was exploited; witnesses stand apart (R163)."""

    IN_FINLAND = "in_finland", _("In Finland")
    ABROAD = "abroad", _("Abroad")
    WITNESS = "witness", _("Witness")
    UNKNOWN = "unknown", pgettext_lazy("place", "Not known")


class HomeCountry(TextChoices):
    """A client is in the home country only if every place of exploitation is."""

    HOME_COUNTRY = "home_country", _("In the home country")
    ELSEWHERE = "elsewhere", _("Wholly or partly elsewhere")
    NONE = "none", _("No exploitation (witness)")
    UNKNOWN = "unknown", pgettext_lazy("place", "Not known")


class ConflictZone(TextChoices):
    CONFLICT_ZONE = "conflict_zone", _("In a conflict zone")
    ELSEWHERE = "elsewhere", _("Not in a conflict zone")
    NONE = "none", _("No exploitation (witness)")
    UNKNOWN = "unknown", pgettext_lazy("place", "Not known")


class Outcome(TextChoices):
    """What a referral has led to by the end of a period."""

    POSITIVE = "positive", _("Positive")
    NEGATIVE = "negative", _("Negative")
    LAPSED = "lapsed_consent_withdrawn", _("Lapsed, consent withdrawn")
    PENDING = "pending", _("Pending")


class Movement(TextChoices):
    """Decisions on entry to the system and removal from it."""

    ADMITTED = "admitted", _("Admitted")
    READMITTED = "readmitted", _("Admitted again or extended")
    REFUSED = "refused", _("Refused")
    LAPSED = "lapsed_consent_withdrawn", _("Lapsed, consent withdrawn")
    REMOVED = "removed", _("Removed")


class Assessment(TextChoices):
    """Where the official identification of a client stands."""

    IDENTIFIED = "identified", _("Identified")
    NOT_IDENTIFIED = "not_identified", _("Not identified")
    UNFINISHED = "unfinished", _("Assessment unfinished")
    WAITING = "waiting", _("Waiting for assessment")


class RequestNumber(TextChoices):
    FIRST = "first", _("First")
    SECOND = "second", _("Second")
    THIRD_OR_LATER = "third_or_later", _("Third or later")


class Repetition(TextChoices):
    """Whether the same person was already proposed in the same period."""

    FIRST_IN_PERIOD = "first_in_period", _("First of the person in the period")
    AGAIN_IN_PERIOD = "again_in_period", _("Again in the period")


class Received(TextChoices):
    """When a referral decided in a period had come."""

    IN_PERIOD = "in_period", _("Received in the period")
    BEFORE = "before", _("Received earlier")


class GrantedBy(TextChoices):
    ASSISTANCE_SYSTEM = "assistance_system", _("Assistance system")
    POLICE = "police", _("Police")
    BORDER_GUARD = "border_guard", _("Border Guard")


class Counted(TextChoices):
    """The populations whose nationalities are numbered."""

    NEW_CLIENTS = "new_clients", _("New clients")
    EXPLOITED_IN_FINLAND = "exploited_in_finland", _("New clients exploited in Finland")
    STOCK = "stock", _("All clients")


class Answering(TextChoices):
    """What became of a question for a number."""

    ANSWERED = "answered", _("Answered")
    COARSER = "coarser", _("A coarser number given")
    REFUSED = "refused", _("Number not given")
