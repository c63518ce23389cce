"""Everything under /staff/referrals/."""

from django.urls import path

from suoja.referrals.views import from_letter, listing, page, recognition, registration

app_name = "referrals"

urlpatterns = [
    path("", listing.referral_list, name="list"),
    path("new/", registration.register, name="register"),
    path("new/from/<uuid:message>/<int:part>/", from_letter.from_letter, name="from_letter"),
    path("<int:number>/", page.referral_page, name="page"),
    path("<int:number>/assess/", page.assess, name="assess"),
    path("<int:number>/ask/", page.ask_for_more, name="ask_for_more"),
    path("<int:number>/recognise/", recognition.recognise, name="recognise"),
    path("<int:number>/withdraw/", page.withdraw_consent, name="withdraw_consent"),
    path("<int:number>/child/", page.add_child, name="add_child"),
]
