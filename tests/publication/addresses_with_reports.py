"""The addresses of the program, with those of this room."""

from django.urls import include, path

from suoja.urls import urlpatterns as all_others

urlpatterns = [path("staff/reports/", include("suoja.publication.urls")), *all_others]
