"""How far the public pages of text are: each language, what it has, and who checked it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, require
from suoja.public_site.choices import LANGUAGES, TEXTS, Language
from suoja.public_site.rendering import pages


def texts(request: StaffRequest) -> HttpResponse:
    require(request.user, Permission.DESK_SEE)
    context = {
        "title": _("Languages of the public site"),
        "languages": [(each, _front(each), len(pages(each.code))) for each in LANGUAGES.values()],
        "all": len(TEXTS),
    }
    return render(request, "staff_site/texts.html", context)


def _front(language: Language) -> str:
    with override(language.code):
        return reverse("public_site:front")
