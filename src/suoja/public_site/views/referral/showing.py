"""Showing a page of the form, or its summary."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from suoja.public_site.choices.referral import HEADINGS, Page
from suoja.public_site.forms.referral import FORMS, is_complete, kept_form, shown_form
from suoja.public_site.forms.referral.page import PageForm
from suoja.public_site.rendering import letter_words
from suoja.public_site.rules.filled import MOST_PERSONS, Filled, Place, order
from suoja.public_site.views.referral.state import today, token_of
from suoja.public_site.views.texts import text_context


@dataclass(frozen=True, slots=True)
class Part:
    """One page in the summary."""

    place: Place
    answers: list[tuple[str, str]]
    is_complete: bool

    @property
    def heading(self) -> object:
        return HEADINGS[self.place.page]

    @property
    def number(self) -> int | None:
        """Return which person this is of, counted from one."""
        return None if self.place.person is None else self.place.person + 1

    @property
    def begins_person(self) -> bool:
        return self.place.page == Page.AGE


def show(
    request: HttpRequest, filled: Filled, *, form: PageForm | None = None, **told: object
) -> HttpResponse:
    """Show where the form stands; a form that was found wrong is shown as it was sent."""
    place = filled.place
    if place.page == Page.CHECK:
        filled.checked = True
        return page(
            request, "public_site/referral/check.html", filled, parts=list(_parts(filled)), **told
        )
    if place.page in FORMS and form is None:
        form = shown_form(filled, place, today=today())
    return page(request, "public_site/referral/page.html", filled, form=form, **told)


def _parts(filled: Filled) -> Iterator[Part]:
    day = today()
    for place in order(filled):
        if place.page in FORMS:
            form = kept_form(filled, place, today=day)
            complete = is_complete(filled, place, today=day)
            yield Part(place, list(form.in_words()), complete)


def page(
    request: HttpRequest, template: str, filled: Filled | None, **told: object
) -> HttpResponse:
    """Show a page; the form travels in it, but for pages that are the end of it."""
    context = {
        **text_context("refer", request.LANGUAGE_CODE),
        "say": letter_words(request.LANGUAGE_CODE),
        **(_standing(filled) if filled else {}),
        **told,
    }
    return render(request, template, context)


def _standing(filled: Filled) -> dict[str, object]:
    place = filled.place
    person = filled.person(place)
    return {
        "state": token_of(filled),
        "here": place.page.value,
        "heading": HEADINGS[place.page],
        "age": person.get(Page.AGE, {}).get("age", ""),
        "number": None if place.person is None else place.person + 1,
        "persons": len(filled.persons),
        "may_add": len(filled.persons) < MOST_PERSONS,
        "is_consultation": filled.is_consultation,
        "is_saved": bool(filled.saved),
        "is_first": place.page == Page.WHO and not filled.checked,
    }
