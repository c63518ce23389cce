"""The referral form: one question a page, and nothing kept for who does not send or save.

All of it has one address. What was filled in travels in the page, sealed.
"""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page

from suoja.core.sealing import TokenTooOld
from suoja.public_site.rules.filled import Filled
from suoja.public_site.views.once import shown_once
from suoja.public_site.views.referral import moves, saving, sending
from suoja.public_site.views.referral.showing import show
from suoja.public_site.views.referral.state import filled_in, new, take_typed

Step = Callable[[HttpRequest, Filled, str], HttpResponse]
STEPS: Mapping[str, Step] = {
    "on": moves.go_on,
    "back": moves.go_back,
    "to": moves.go_to,
    "child": moves.add_child,
    "another": moves.add_another,
    "off": moves.take_off,
    "save": saving.save_form,
    "keep": saving.keep,
    "resume": saving.resume,
    "open": saving.open_saved,
    "forget": saving.forget,
    "send": sending.send,
}


@never_cache
@gzip_page
@shown_once
@csrf_exempt  # nobody is known here: a form of another site could do no more than any visitor
def refer(request: HttpRequest) -> HttpResponse:
    """Take the step that a button named, such as `off:2`; what was typed is never lost."""
    try:
        filled = filled_in(request)
    except TokenTooOld:
        return show(request, new(), is_too_old=True)
    take_typed(request, filled)
    step, _, told = request.POST.get("go", "").partition(":")
    return STEPS.get(step, _stay)(request, filled, told)


def _stay(request: HttpRequest, filled: Filled, _told: str) -> HttpResponse:
    return show(request, filled)
