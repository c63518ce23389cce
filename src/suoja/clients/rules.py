"""What may happen to a client, and what follows from what happened to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suoja import law
from suoja.clients.choices import OF_CHILDREN_ONLY, ExitGround
from suoja.core.calendar import MAJORITY, age_on
from suoja.vocabulary.choices import Category, Place
from suoja.vocabulary.countries import CONFLICT_ZONES, FINLAND


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One place where a person was exploited, or through which the person was taken."""

    country: str
    transit: bool = False
    conflict_zone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One exploitation, as the person tells it."""

    form: str
    segments: Sequence[Segment]
    subform: str | None = None
    industry: str | None = None
    began_on: date | None = None
    ended_on: date | None = None
    description: str = ""


def in_conflict_zone(country: str) -> bool:
    """Test if a country is one where exploitation is taken to be in a conflict zone (R213)."""
    return country in CONFLICT_ZONES


def place_class(segments: Sequence[Segment]) -> Place | None:
    """Return where exploitation counts: in Finland if any part of it was there (R161).

    A country only passed through is no place of exploitation (edge case 35).
    """
    places = [segment for segment in segments if not segment.transit]
    if not places:
        return None
    in_finland = any(segment.country == FINLAND for segment in places)
    return Place.IN_FINLAND if in_finland else Place.ABROAD


def only_in_home_country(segments: Sequence[Segment], nationality: str) -> bool | None:
    """Test if every place of exploitation is the home country (edge case 9)."""
    places = [segment for segment in segments if not segment.transit]
    return all(segment.country == nationality for segment in places) if places else None


def any_conflict_zone(segments: Sequence[Segment]) -> bool | None:
    places = [segment for segment in segments if not segment.transit]
    return any(segment.conflict_zone for segment in places) if places else None


def began_as_minor(birth_date: date | None, began_on: date | None) -> bool | None:
    """Test if exploitation began before the 18th birthday; None where a date is not known."""
    if birth_date is None or began_on is None:
        return None
    return age_on(birth_date, began_on) < MAJORITY


def why_not_account(account: Account, *, category: str, today: date) -> Promise | None:
    """Return why an exploitation cannot be written down so, or None."""
    if category != Category.VICTIM:
        return _("Only a victim has a form of exploitation. A witness who is one is marked first.")
    if place_class(account.segments) is None:
        return _("Name at least one country where the exploitation happened.")
    if account.began_on and account.began_on > today:
        return _("The exploitation begins in the future. Correct the month it began.")
    if account.ended_on and account.ended_on > today:
        return _("The exploitation ends in the future. Correct the month it ended.")
    if account.began_on and account.ended_on and account.ended_on < account.began_on:
        return _("The exploitation ends before it begins. Correct one of the two months.")
    return None


def why_not_admit(
    *,
    category: str,
    started_on: date,
    today: date,
    open_spell: str | None,
    last_ended_on: date | None,
) -> Promise | str | None:
    """Return why a person cannot be admitted, or None."""
    if category not in {Category.VICTIM, Category.WITNESS}:
        return _("Admit the person as a victim or as a witness; children are admitted beside.")
    if open_spell is not None:
        return _("This person is a client already: see %(spell)s.") % {"spell": open_spell}
    return why_not_start(started_on=started_on, today=today, last_ended_on=last_ended_on)


def why_not_start(*, started_on: date, today: date, last_ended_on: date | None) -> Promise | None:
    """Return why a spell cannot start on this day, or None."""
    if started_on < law.FIRST_DAY:
        return _("There was no assistance system on that day. Correct the day.")
    if started_on > today:
        return _("The admission is dated in the future. Correct the day.")
    if last_ended_on is not None and started_on < last_ended_on:
        return _("The person was still a client then. Choose a day from the removal on.")
    return None


def why_not_admit_child(
    *,
    guardian_open: bool,
    guardian_category: str,
    age: int | None,
    started_on: date,
    guardian_started_on: date,
    open_spell: str | None,
) -> Promise | str | None:
    """Return why a child cannot be admitted beside this guardian (R078, edge cases 5-6)."""
    if not guardian_open or guardian_category == Category.DEPENDENT_CHILD:
        return _("The guardian is not a client. Admit the guardian first, or refer the child.")
    if age is not None and age >= MAJORITY:
        return _("This person is of age. An adult needs a referral of their own.")
    if open_spell is not None:
        return _("This child is in the system already: see %(spell)s.") % {"spell": open_spell}
    if started_on < guardian_started_on:
        return _("The guardian was not a client yet on that day. Choose a later one.")
    return None


def why_not_remove(
    *, is_open: bool, category: str, ground: str, started_on: date, ended_on: date, today: date
) -> Promise | None:
    """Return why a spell cannot end so (R136-R142), or None."""
    if not is_open:
        return _("This person has left already.")
    if ended_on < started_on:
        return _("The exit is before the admission. Choose a day from the admission on.")
    if ended_on > today:
        return _("The exit is dated in the future. Correct the day.")
    if ground not in ExitGround.values:
        return _("Choose the ground on which the person leaves.")
    if (ground in OF_CHILDREN_ONLY) != (category == Category.DEPENDENT_CHILD):
        return _("This ground does not fit: some are for children beside a client only.")
    return None


def why_not_before(recognised_on: date | None, ended_on: date) -> Promise | None:
    """Return why a witness who became a victim cannot have left earlier than that, or None."""
    if recognised_on is None or recognised_on <= ended_on:
        return None
    return _("The person was recognised as a victim later. Choose a day from then on.")


def why_not_change_residence_status(
    *, status: str, current: str, since: date, current_since: date, today: date
) -> Promise | None:
    """Return why a new residence status cannot be dated so, or None."""
    if status == current:
        return _("The person has this residence status already.")
    if since <= current_since:
        return _("The new status must begin after the one before it.")
    if since > today:
        return _("The residence status is dated in the future. Correct the day.")
    return None


def why_not_recognise_as_victim(*, is_open: bool, category: str) -> Promise | None:
    """Return why a witness cannot be recognised as a victim (edge case 7), or None."""
    if is_open and category == Category.WITNESS:
        return None
    return _("Only a witness who is a client now can be recognised as a victim.")


def why_not_recognise_on(on: date, *, started_on: date, today: date) -> Promise | None:
    """Return why a witness cannot be recognised as a victim on this day, or None."""
    if on < started_on:
        return _("The witness was not a client yet on that day. Choose a later one.")
    if on > today:
        return _("The recognition is dated in the future. Correct the day.")
    return None
