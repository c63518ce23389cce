"""A page that shows every component, for those who make pages: it is served in tests only."""

from datetime import UTC, date, datetime
from pathlib import Path

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path
from django.utils.safestring import mark_safe

from suoja.accounts.models import Staff
from suoja.urls import urlpatterns as real

TEMPLATE = Path(__file__).parent / "gallery.html"

CHART = mark_safe("""
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 120" width="640" height="120"
  role="img" aria-label="Women 135, men 112" font-family="Noto Sans, sans-serif" font-size="14">
  <rect x="120" y="20" width="405" height="28" fill="#0b5a5e"/>
  <rect x="120" y="66" width="336" height="28" fill="#c98a2b"/>
  <text x="110" y="39" text-anchor="end">Women</text><text x="533" y="39">135</text>
  <text x="110" y="85" text-anchor="end">Men</text><text x="464" y="85">112</text>
</svg>""")

SECTION = {
    "id": "by-sex",
    "title": "New clients by sex",
    "lead": "Women and girls were 55 % of the new clients.",
    "svg": CHART,
    "table": {
        "caption": "New clients by sex and place of exploitation, 2020",
        "head": ["Sex", "In Finland", "Abroad", "All"],
        "rows": [["Women and girls", 44, 91, 135], ["Men and boys", None, None, 112]],
    },
    "notes": ["Fewer than five persons are never shown, nor what would give them away."],
}


class GalleryForm(forms.Form):
    name = forms.CharField(label="Name", help_text="As in the passport, if there is one.")
    received_on = forms.DateField(
        label="Received on", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    referrer = forms.ChoiceField(
        label="Referrer", choices=[("", "Choose"), ("police", "Police"), ("church", "Church")]
    )
    category = forms.ChoiceField(
        label="Proposed as",
        choices=[("victim", "Victim"), ("witness", "Witness")],
        widget=forms.RadioSelect,
        help_text="A witness helps to solve the crime and was not exploited.",
    )
    places = forms.MultipleChoiceField(
        label="Places",
        required=False,
        choices=[("fi", "Finland"), ("other", "Elsewhere")],
        widget=forms.CheckboxSelectMultiple,
    )
    told = forms.CharField(label="What was told", required=False, widget=forms.Textarea)
    consent = forms.BooleanField(
        label="The person consents", help_text="A referral without consent is not registered."
    )

    def clean(self) -> None:
        self.add_error(None, "The person was admitted on 3 March 2020 and is still a client.")


class FilterForm(forms.Form):
    q = forms.CharField(label="Name or number", required=False)
    office = forms.ChoiceField(label="Office", choices=[("", "All offices")], required=False)


def _context() -> dict[str, object]:
    return {
        "title": "Components",
        "clean_form": GalleryForm(prefix="clean"),
        "form": GalleryForm({"name": ""}),
        "filters": FilterForm(auto_id="filter_%s"),
        "page": Paginator(range(312), 20).page(5),
        "section": SECTION,
        "born": date(1991, 6, 14),
        "at": datetime(2020, 3, 3, 12, 30, tzinfo=UTC),
        "rows": [
            ("R-2020-0014", "Aaden Warsame", "Reception centre", date(2020, 3, 2), "wait"),
            ("R-2020-0013", "Lan Tran", "Police", date(2020, 2, 27), "good"),
            ("R-2020-0012", "Олена Бондаренко", "Self", date(2020, 2, 25), "bad"),
        ],
        "reason": "Consent was withdrawn on 1 March; register a new referral instead.",
    }


def gallery(request: HttpRequest) -> HttpResponse:
    request.user = Staff(username="aino", display_name="Aino Adviser", role="adviser")
    shown = engines["django"].from_string(TEMPLATE.read_text())
    return HttpResponse(shown.render(_context(), request))


urlpatterns = [path("gallery/", gallery, name="gallery"), *real]
