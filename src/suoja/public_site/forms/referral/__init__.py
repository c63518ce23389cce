"""The pages of the referral form, each with its questions."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from suoja.public_site.choices.referral import Page
from suoja.public_site.forms.referral.children import ChildrenForm
from suoja.public_site.forms.referral.happened import HappenedForm, TogetherForm
from suoja.public_site.forms.referral.page import PageForm
from suoja.public_site.forms.referral.person import AgeForm, PersonForm, ReachForm, SignedForm
from suoja.public_site.forms.referral.sender import AskForm, ConsentForm, WhoForm
from suoja.public_site.rules.filled import Filled, Place, order

FORMS: Mapping[Page, type[PageForm]] = {
    Page.WHO: WhoForm,
    Page.CONSENT: ConsentForm,
    Page.ASK: AskForm,
    Page.AGE: AgeForm,
    Page.SIGNED: SignedForm,
    Page.PERSON: PersonForm,
    Page.HAPPENED: HappenedForm,
    Page.REACH: ReachForm,
    Page.CHILDREN: ChildrenForm,
    Page.TOGETHER: TogetherForm,
}


def shown_form(filled: Filled, place: Place, *, today: date) -> PageForm:
    """Return a page with what is kept of it; nothing is found wrong before it is sent."""
    kept = filled.answers(place) or {}
    return FORMS[place.page](today=today, person=filled.person(place), initial=kept)


def sent_form(filled: Filled, place: Place, data: Mapping[str, Any], *, today: date) -> PageForm:
    """Return a page as it was sent."""
    return FORMS[place.page](data, today=today, person=filled.person(place))


def kept_form(filled: Filled, place: Place, *, today: date) -> PageForm:
    """Return a page as if what is kept of it were sent now."""
    return sent_form(filled, place, filled.answers(place) or {}, today=today)


def is_complete(filled: Filled, place: Place, *, today: date) -> bool:
    """Test if a page was answered, and well."""
    if place.page not in FORMS:
        return True
    if filled.answers(place) is None:
        return False
    form = kept_form(filled, place, today=today)
    return form.is_valid() and not (isinstance(form, SignedForm) and form.lacks_consent)


def missing(filled: Filled, *, today: date) -> list[Place]:
    """Return the pages that have to be answered before the form is sent."""
    return [each for each in order(filled) if not is_complete(filled, each, today=today)]
