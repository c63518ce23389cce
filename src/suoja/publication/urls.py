"""Everything under /staff/reports/."""

from django.urls import path

from suoja.publication.views import asking, ledger, listing, page, steps

app_name = "publication"

urlpatterns = [
    path("", listing.release_list, name="list"),
    path("ask/", asking.ask, name="ask"),
    path("answers/", asking.answers, name="answers"),
    path("answers/<int:number>/", asking.answer_page, name="answer"),
    path("answers/<int:number>/<str:language>/<str:kind>/", asking.letter, name="letter"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("<int:number>/", page.release_page, name="page"),
    path("<int:number>/again/", steps.draft_again, name="draft_again"),
    path("<int:number>/check/", steps.check, name="check"),
    path("<int:number>/send-back/", steps.send_back, name="send_back"),
    path("<int:number>/publish/", steps.publish, name="publish"),
    path("<int:number>/call-back/", steps.call_back, name="call_back"),
    path("<int:number>/foreword/", steps.write_foreword, name="write_foreword"),
    path("<int:number>/explain/<str:table>/<str:year>/", steps.explain, name="explain"),
    path("<int:number>/correct/", steps.correct, name="correct"),
    path("<int:number>/true-values/", page.true_values, name="true_values"),
    path("<int:number>/<str:format_>/", page.download, name="download"),
]
