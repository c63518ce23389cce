"""The pages of identification, inside a client's file."""

from django.urls import path

from suoja.identification import views

app_name = "identification"

urlpatterns = [
    path("queue/", views.queue, name="queue"),
    path("begin/", views.begin, name="begin"),
    path("group/", views.hear_group, name="hear_group"),
    path("decide/", views.decide, name="decide"),
]
