from django.urls import path

from suoja.public_site import views
from suoja.public_site.choices import TEXTS

VERSION = "reports/<str:period>/version-<int:version>/"

app_name = "public_site"
urlpatterns = [
    path("met/form/", views.refer, name="referral"),
    path("8/", views.write, {"name": "write"}, "write"),
    *(path(each.address, views.text, {"name": each.name}, each.name) for each in TEXTS.values()),
    path("statistics/", views.statistics, name="statistics"),
    path("statistics/definitions/", views.definitions, name="definitions"),
    path("statistics/protection/", views.protection, name="protection"),
    path("statistics/test-files/", views.test_files, name="test_files"),
    path(
        "statistics/test-files/<str:period>/version-<int:version>/",
        views.test_file,
        name="test_file",
    ),
    path("series/", views.series_list, name="series_list"),
    path("series/<slug:table_id>/", views.series, name="series"),
    path("reports/", views.reports, name="reports"),
    path("reports/feed.atom", views.feed, name="feed"),
    path("reports/<str:period>/", views.report, name="report"),
    path("reports/<str:period>/tables/<slug:table_id>/", views.table, name="table"),
    path(VERSION, views.report, name="report_version"),
    path(f"{VERSION}tables/<slug:table_id>/", views.table, name="table_version"),
    path(f"{VERSION}tables/<slug:table_id>/<str:kind>/", views.table_file, name="table_file"),
    path(f"{VERSION}<str:kind>/", views.report_file, name="report_file"),
]
