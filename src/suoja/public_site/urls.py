from django.urls import path

from suoja.public_site import views

app_name = "public_site"
urlpatterns = [
    path("", views.front, name="front"),
]
