"""The clients' pages, and the decision by which somebody becomes one."""

from django.urls import include, path

from suoja.clients.views import children, decision, file, leaving, listing, writing

app_name = "clients"

files = [
    path("", listing.clients, name="list"),
    path("<int:number>/", file.page, name="page"),
    path("<int:number>/correct/", writing.correct, name="correct"),
    path("<int:number>/exploitation/", writing.exploitation, name="exploitation"),
    path("<int:number>/exploitation/<uuid:pk>/primary/", writing.make_primary, name="make_primary"),
    path("<int:number>/residence/", writing.residence, name="residence"),
    path("<int:number>/recognise/", writing.recognise, name="recognise"),
    path("<int:number>/children/add/", children.add_child, name="add_child"),
    path("<int:number>/children/listed/", children.add_listed_child, name="add_listed_child"),
    path("<int:number>/exit/", leaving.exit_, name="exit"),
]

urlpatterns = [
    path("clients/", include(files)),
    path("referrals/<int:number>/decide/", decision.decide, name="decide"),
]
