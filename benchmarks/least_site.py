"""The least that a page of Django can be: one view, one template, no middleware."""

import multiprocessing
import sys

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

PAGE = "<!DOCTYPE html><html lang='en'><title>{{ title }}</title><h1>{{ title }}</h1></html>"
WORKERS, THREADS = 2, 16

if not settings.configured:  # a spawned worker comes by here twice
    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        SECRET_KEY="nobody's",  # noqa: S106  (nothing is signed)
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", {"page": PAGE})]},
            }
        ],
    )


def view(request: HttpRequest) -> HttpResponse:
    return render(request, "page", {"title": "The least page"})


urlpatterns = [path("", view)]
application = get_wsgi_application()

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn", force=True)
    Granian(
        "benchmarks.least_site:application",
        address="127.0.0.1",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
    ).serve()
