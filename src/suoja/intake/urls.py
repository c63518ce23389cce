"""Everything under /staff/letters/."""

from django.urls import path

from suoja.intake.choices import Tray
from suoja.intake.views import calling, duty, files, listing, page, steps

app_name = "intake"

urlpatterns = [
    path("", listing.inbox, {"tray": Tray.USUAL}, name="inbox"),
    path("bulk/", listing.inbox, {"tray": Tray.BULK}, name="bulk"),
    path("finished/", listing.finished, name="finished"),
    path("duty/", duty.begin, name="begin_duty"),
    path("duty/leave/", duty.leave, name="leave_duty"),
    path("<int:number>/", page.conversation_page, name="page"),
    path("<int:number>/answer/", steps.answer, name="answer"),
    path("<int:number>/call/", calling.note_call, name="note_call"),
    path("<int:number>/close/", steps.close, name="close"),
    path("<int:number>/link/", steps.link, name="link"),
    path("<int:number>/erase/", steps.erase, name="erase"),
    path("<int:number>/files/<uuid:file>/", files.view_copy, name="view_copy"),
    path("<int:number>/files/<uuid:file>/original/", files.original, name="original"),
]
