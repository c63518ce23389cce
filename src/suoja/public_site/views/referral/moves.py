"""Forward, back, to a page of the summary, and more or fewer persons."""

from functools import partial

from django.http import HttpRequest, HttpResponse

from suoja.public_site.choices.referral import Page
from suoja.public_site.forms.referral import FORMS, is_complete, kept_form
from suoja.public_site.forms.referral.children import MOST_CHILDREN, ROWS
from suoja.public_site.forms.referral.page import PageForm
from suoja.public_site.forms.referral.person import SignedForm
from suoja.public_site.rules.filled import (
    MOST_PERSONS,
    Filled,
    add_person,
    next_place,
    order,
    place_before,
    settle_consent,
)
from suoja.public_site.rules.filled import take_off as take_person_off
from suoja.public_site.views.referral.showing import show
from suoja.public_site.views.referral.state import today


def go_on(request: HttpRequest, filled: Filled, _told: str) -> HttpResponse:
    """Go on if the page is answered well; else say what is missing."""
    form = _form_of(filled)
    if form is not None and not form.is_valid():
        return show(request, filled, form=form)
    if isinstance(form, SignedForm) and form.lacks_consent:
        take_person_off(filled, filled.place.person or 0)
        return show(request, filled, lacks_consent=True)
    if filled.at == Page.CONSENT:
        settle_consent(filled)
    filled.at = str(next_place(filled, partial(is_complete, filled, today=today())))
    return show(request, filled)


def _form_of(filled: Filled) -> PageForm | None:
    if filled.place.page not in FORMS:
        return None
    return kept_form(filled, filled.place, today=today())


def go_back(request: HttpRequest, filled: Filled, _told: str) -> HttpResponse:
    filled.at = str(place_before(filled))
    return show(request, filled)


def go_to(request: HttpRequest, filled: Filled, told: str) -> HttpResponse:
    """Go to a page that the summary leads to."""
    if filled.checked and told in map(str, order(filled)):
        filled.at = told
    return show(request, filled)


def add_child(request: HttpRequest, filled: Filled, _told: str) -> HttpResponse:
    """Show one more row for a child."""
    answers = filled.answers(filled.place) or {}
    rows = min(int(answers.get(ROWS, "0")) + 1, MOST_CHILDREN)
    filled.keep(filled.place, {**answers, ROWS: str(rows)})
    return show(request, filled, has_new_row=True)


def add_another(request: HttpRequest, filled: Filled, told: str) -> HttpResponse:
    """Begin with another person, who may have much in common with the one before."""
    if filled.persons and len(filled.persons) < MOST_PERSONS:
        add_person(filled, same=told == "same")
    return show(request, filled)


def take_off(request: HttpRequest, filled: Filled, told: str) -> HttpResponse:
    """Take a person off the form."""
    if told.isdecimal() and int(told) < len(filled.persons):
        take_person_off(filled, int(told))
    return show(request, filled)
