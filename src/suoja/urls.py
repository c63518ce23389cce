"""The addresses: the staff site under /staff/, the public site under a language, the way out."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from suoja.public_site.views import leave

urlpatterns: list[URLPattern | URLResolver] = [
    path("staff/", include("suoja.accounts.urls")),
    path("staff/", include("suoja.staff_site.urls")),
    path("staff/letters/", include("suoja.intake.urls")),
    path("staff/referrals/", include("suoja.referrals.urls")),
    path("staff/", include("suoja.clients.urls")),
    path("staff/clients/<int:number>/periods/", include("suoja.periods.urls")),
    path("staff/clients/<int:number>/identification/", include("suoja.identification.urls")),
    path("staff/reports/", include("suoja.publication.urls")),
    path("x", leave, name="leave"),
    *i18n_patterns(path("", include("suoja.public_site.urls"))),
]
handler404 = "suoja.public_site.views.not_found.not_found"
