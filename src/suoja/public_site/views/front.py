"""The way to help."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache


@never_cache  # a page about help leaves no copy on a device that somebody else may search
def front(request: HttpRequest) -> HttpResponse:
    return render(request, "public_site/front.html")
