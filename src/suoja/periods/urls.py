"""The pages of periods, inside a client's file."""

from django.urls import path

from suoja.periods import views

app_name = "periods"

urlpatterns = [
    path("grant/", views.grant, name="grant"),
    path("<uuid:pk>/end/", views.end_early, name="end_early"),
]
