"""The addresses: the staff site under /staff/, the public site under a language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("staff/", include("suoja.accounts.urls")),
    path("staff/", include("suoja.staff_site.urls")),
    path("staff/referrals/", include("suoja.referrals.urls")),
    path("staff/", include("suoja.clients.urls")),
    path("staff/clients/<int:number>/periods/", include("suoja.periods.urls")),
    path("staff/clients/<int:number>/identification/", include("suoja.identification.urls")),
    path("staff/reports/", include("suoja.publication.urls")),
    *i18n_patterns(path("", include("suoja.public_site.urls"))),
]
