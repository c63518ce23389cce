"""The first page under /staff/."""

from django.urls import path

from suoja.staff_site.views import desk, texts

app_name = "staff_site"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("texts/", texts.texts, name="texts"),
]
