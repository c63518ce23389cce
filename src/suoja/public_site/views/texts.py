"""Pages of text: help, what to do for others, and what trafficking is."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.gzip import gzip_page

from suoja.public_site.choices import FRONT, HELP_PATH, LANGUAGES, SECTIONS, TEXTS
from suoja.public_site.rendering import Page, languages_of, page, pages, words


@never_cache  # a page about help leaves no copy on a device that somebody else may search
@gzip_page
def text(request: HttpRequest, name: str) -> HttpResponse:
    context = text_context(name, request.LANGUAGE_CODE)
    return render(request, "public_site/text.html", context)


def text_context(name: str, language: str) -> dict[str, object]:
    """Return what a page of text and what stands around it need; raise Http404 if it is not."""
    shown = page(name, language)
    if shown is None:
        raise Http404
    section = TEXTS[name].section
    return {
        "page": shown,
        "words": words(language),
        "language": LANGUAGES[language],
        "languages": languages_of(name),
        "is_neutral": name in HELP_PATH,
        "has_statistics": language in dict(settings.LANGUAGES),
        "up": page(section, language) if name != section else None,
        "doors": _doors(name, language),
        "beside": _section(section, language) if name != section else [],
    }


def _doors(name: str, language: str) -> list[Page]:
    """Return where a page leads: the sections, or what lies behind the only one there is."""
    if name != FRONT:
        return _section(name, language)
    sections = [door for each in SECTIONS if (door := page(each, language))]
    return sections if len(sections) > 1 else _section(sections[0].name, language)


def _section(section: str, language: str) -> list[Page]:
    """Return the pages behind a door."""
    found = pages(language).values()
    return [each for each in found if TEXTS[each.name].section == section != each.name]
