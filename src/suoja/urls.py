"""The addresses: the staff site under /staff/, the public site under a language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("staff/", include("suoja.accounts.urls")),
    *i18n_patterns(path("", include("suoja.public_site.urls"))),
]
