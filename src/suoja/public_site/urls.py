from django.urls import path

from suoja.public_site import views

app_name = "public_site"
urlpatterns = [
    path("", views.front, name="front"),
    path("reports/", views.reports, name="reports"),
    path("reports/<str:period>/", views.report, name="report"),
    path("reports/<str:period>/version-<int:version>/", views.report, name="report_version"),
    path(
        "reports/<str:period>/version-<int:version>/<str:kind>/",
        views.report_file,
        name="report_file",
    ),
]
