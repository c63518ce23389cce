"""The HTML of each component."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation


def shown(source: str, **context: object) -> str:
    return Template("{% load components %}" + source).render(Context(context)).strip()


class Form(forms.Form):
    name = forms.CharField(help_text="In full")
    note = forms.CharField(required=False)
    kind = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)
    sure = forms.BooleanField()
    key = forms.CharField(widget=forms.HiddenInput)


@pytest.mark.parametrize(
    ("value", "seen"),
    [(1240, "1,240"), (Decimal("0.5"), "0.5"), (0, "0"), ("12 %", "12 %"), ("<b>", "&lt;b&gt;")],
)
def test_a_number_stays_in_one_piece(value: object, seen: str) -> None:
    assert shown("{% number value %}", value=value) == f'<bdi dir="ltr">{seen}</bdi>'


def test_a_hidden_number_is_said_to_be_hidden() -> None:
    html = shown("{% number None %}")

    assert html == '<span aria-hidden="true">..</span><span class="only-heard">not shown</span>'


def test_numbers_are_written_as_the_reader_writes_them() -> None:
    with translation.override("fi"):
        assert shown("{% number 1240 %}") == '<bdi dir="ltr">1\xa0240</bdi>'


@pytest.mark.parametrize(("language", "seen"), [("en", "3 Mar 2020"), ("fi", "3.3.2020")])
def test_a_day_is_short_in_every_language(language: str, seen: str) -> None:
    with translation.override(language):
        html = shown("{% day day %}", day=date(2020, 3, 3))

    assert html == f'<time datetime="2020-03-03">{seen}</time>'


def test_a_moment_is_told_in_helsinki() -> None:
    html = shown("{% moment at %}", at=datetime(2020, 3, 3, 22, 30, tzinfo=UTC))

    assert "4 Mar 2020, 00:30" in html


@pytest.mark.parametrize("value", [None, ""])
def test_what_was_not_recorded_is_said_to_be_so(value: object) -> None:
    assert '<span class="unknown">Not recorded</span>' in shown(
        "{% fact 'Sex' value %}", value=value
    )
    assert shown("{% day None %}") == '<span class="unknown">Not recorded</span>'


def test_a_fact_that_is_none_of_them_is_a_fact() -> None:
    assert shown("{% fact 'Children' 0 %}") == "<div><dt>Children</dt><dd>0</dd></div>"


def test_what_people_typed_is_never_markup() -> None:
    html = shown("{% fact 'Name' name %}{% status_tag name %}{% ltr name %}", name="<script>")

    assert "<script>" not in html


def test_a_required_field_says_nothing_and_an_optional_one_says_so() -> None:
    assert "optional" not in shown("{% field form.name %}", form=Form())
    assert "(optional)" in shown("{% field form.note %}", form=Form())


def test_a_field_is_described_by_its_hint_and_its_error() -> None:
    html = shown("{% field form.name %}", form=Form({}))

    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html


def test_choices_are_a_group_with_a_name() -> None:
    html = shown("{% field form.kind %}", form=Form())

    assert "<fieldset" in html
    assert "<legend>Kind" in html


def test_a_box_to_tick_stands_before_its_label() -> None:
    html = shown("{% field form.sure %}", form=Form())

    assert html.index("<input") < html.index("<label")


def test_a_clean_form_has_no_summary_of_errors() -> None:
    assert shown("{% error_summary form %}", form=Form()) == ""


def test_a_whole_form_has_its_summary_and_its_hidden_fields() -> None:
    html = shown("{{ form }}", form=Form({}))

    assert html.index("error-summary") < html.index('name="key"')
    assert html.count('name="key"') == 1
    assert '<a href="#id_kind_0">' in html


def test_an_action_is_a_link_or_a_form() -> None:
    linked = shown("{% action 'Print' '/x/' %}")
    posted = shown("{% action 'Close' '/x/' post=True kind='danger' %}", csrf_token="secret")

    assert linked.startswith("<a")
    assert 'href="/x/"' in linked
    assert 'method="post"' in posted
    assert 'value="secret"' in posted
    assert "button-danger" in posted


def test_a_refused_action_leads_nowhere_and_says_why() -> None:
    html = shown("{% action 'Close' '/x/' why_not='It is closed.' %}")

    assert "/x/" not in html
    assert 'aria-disabled="true"' in html
    assert "It is closed." in html


def test_pages_keep_what_was_asked_for() -> None:
    page = Paginator(range(100), 10).page(3)
    request = RequestFactory().get("/", {"q": "Lan", "page": "3"})

    html = shown("{% pagination page %}", page=page, request=request)

    assert "21–30 of 100" in html
    assert 'href="?q=Lan&amp;page=4"' in html
    assert 'aria-current="page">3</a>' in html


@pytest.mark.parametrize(("count", "seen"), [(0, ""), (3, "1–3 of 3")])
def test_one_page_needs_no_way_to_others(count: int, seen: str) -> None:
    page = Paginator(range(count), 10).page(1)

    html = shown("{% pagination page %}", page=page, request=RequestFactory().get("/"))

    assert seen in html
    assert "<a" not in html


def test_the_way_here_ends_with_this_page() -> None:
    html = shown("{% breadcrumb 'Clients' '/clients/' 'C-12' %}")

    assert '<a href="/clients/">Clients</a>' in html
    assert '<li aria-current="page">C-12</li>' in html


@pytest.mark.parametrize(
    ("level", "tone"), [("success", "good"), ("error", "bad"), ("info", "info"), ("", "info")]
)
def test_a_message_has_the_tone_of_its_level(level: str, tone: str) -> None:
    assert shown("{{ level|tone }}", level=level) == tone
