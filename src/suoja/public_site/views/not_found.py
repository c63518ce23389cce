"""What an address shows under which there is nothing, in the language of its reader."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.defaults import page_not_found

from suoja.core.side import is_staff_address
from suoja.public_site.choices import LANGUAGES
from suoja.public_site.rendering import words


@never_cache
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if settings.SITE == "staff" or is_staff_address(request.path_info):
        return page_not_found(request, exception)
    language = get_language() or settings.LANGUAGE_CODE
    context = {"words": words(language), "language": LANGUAGES[language], "is_neutral": True}
    return render(request, "public_site/not_found.html", context, status=HTTPStatus.NOT_FOUND)
