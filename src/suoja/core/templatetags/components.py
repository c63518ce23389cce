"""The parts that pages are put together from; the gallery in the tests shows each of them."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from zlib import crc32

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField, CheckboxInput
from django.template.context import Context
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from suoja.core.side import is_for_staff

register = template.Library()

TONES = {"success": "good", "warning": "wait", "error": "bad", "debug": "calm"}
NOTHING = (None, "")


@register.filter
def tone(level: str) -> str:
    """Return the tone in which a message of this level is shown."""
    return TONES.get(level, "info")


@register.filter
def for_staff(path: str) -> bool:
    """Test if a page at this address is for staff; a page that broke has no address."""
    return is_for_staff(path or "")


@register.filter
def is_tick(field: BoundField) -> bool:
    """Test if a field is one box to tick."""
    return type(field.field.widget) is CheckboxInput


@register.filter
def first_input(field: BoundField) -> str:
    """Return the id that an error message should lead to."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.id_for_label


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    return bound.as_field_group()


@register.filter
def without_placeholder(bound: BoundField) -> BoundField:
    """Leave out what a form of django-allauth would repeat of its label inside the input."""
    bound.field.widget.attrs.pop("placeholder", None)
    return bound


@register.inclusion_tag("core/components/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, object]:
    return {"form": form}


@register.simple_tag
def number(value: object) -> SafeString:
    """Show a number; a count that may not be shown is None."""
    if value is None:
        hidden = '<span aria-hidden="true">..</span><span class="only-heard">{}</span>'
        return format_html(hidden, _("not shown"))
    if isinstance(value, int | float | Decimal):
        value = number_format(value, force_grouping=True)
    return ltr(value)


@register.simple_tag
def ltr(value: object) -> SafeString:
    """Keep a number, code or phone number in one piece between words that run the other way."""
    return format_html('<bdi dir="ltr">{}</bdi>', value)


@register.simple_tag
def day(value: date | None) -> SafeString:
    return _time(value, "DATE_FORMAT")


@register.simple_tag
def moment(value: date | None) -> SafeString:
    return _time(value, "DATETIME_FORMAT")


def _time(value: date | None, style: str) -> SafeString:
    if value is None:
        return unknown()
    here = localtime(value) if isinstance(value, datetime) and value.tzinfo else value
    return format_html('<time datetime="{}">{}</time>', here.isoformat(), date_format(here, style))


@register.simple_tag
def unknown() -> SafeString:
    return format_html('<span class="unknown">{}</span>', _("Not recorded"))


@register.simple_tag
def status_tag(label: str, tone: str = "calm") -> SafeString:
    """Show a status; the tone is calm, info, good, wait or bad."""
    return format_html('<span class="tag tag-{}">{}</span>', tone, label)


@register.simple_block_tag
def facts(content: str) -> SafeString:
    return format_html('<dl class="facts">{}</dl>', content)


@register.simple_tag
def fact(label: str, value: object = None) -> SafeString:
    if isinstance(value, date):
        value = day(value)
    return format_html(
        "<div><dt>{}</dt><dd>{}</dd></div>", label, unknown() if value in NOTHING else value
    )


@register.simple_block_tag
def fact_with(content: str, label: str) -> SafeString:
    return fact(label, mark_safe(content.strip()))  # noqa: S308  (rendered by a template)


@register.simple_block_tag
def key_figures(content: str) -> SafeString:
    return format_html('<dl class="figures">{}</dl>', content)


@register.simple_tag
def key_figure(label: str, value: object, hint: str = "") -> SafeString:
    parts = '<dt>{}</dt><dd class="figure-value">{}</dd>'
    shown = format_html(parts, label, number(value))
    if hint:
        shown += format_html('<dd class="figure-hint">{}</dd>', hint)
    return format_html("<div>{}</div>", shown)


@register.simple_block_tag
def timeline(content: str) -> SafeString:
    return format_html('<ol class="timeline">{}</ol>', content)


@register.simple_block_tag
def event(content: str, when: date, what: str) -> SafeString:
    line = '<li><p class="timeline-when">{}</p><p class="timeline-what">{}</p>{}</li>'
    return format_html(line, day(when), what, content)


@register.simple_block_tag
def notice(content: str, title: str = "", tone: str = "info") -> SafeString:
    head = format_html('<p class="notice-title">{}</p>', title) if title else ""
    return format_html('<div class="notice notice-{}">{}{}</div>', tone, head, content)


@register.simple_block_tag
def empty_state(content: str, title: str) -> SafeString:
    shown = '<div class="empty"><p class="empty-title">{}</p>{}</div>'
    return format_html(shown, title, content)


@register.simple_block_tag
def more(content: str, summary: str) -> SafeString:
    shown = '<details class="more"><summary>{}</summary><div>{}</div></details>'
    return format_html(shown, summary, content)


@register.simple_block_tag
def card(content: str, title: str) -> SafeString:
    return format_html('<section class="card stack"><h2>{}</h2>{}</section>', title, content)


@register.simple_block_tag
def table(content: str, caption: str, *, wide: bool = False, quiet: bool = False) -> SafeString:
    """Wrap rows in a table that scrolls by itself; a quiet caption is heard, not seen."""
    shown = (
        '<div class="table-scroll{}" role="region" aria-label="{}" tabindex="0">'
        '<table class="table"><caption{}>{}</caption>{}</table></div>'
    )
    heard = mark_safe(' class="only-heard"') if quiet else ""
    return format_html(shown, " table-wide" if wide else "", caption, heard, caption, content)


@register.simple_block_tag
def tabs(content: str, label: str) -> SafeString:
    return format_html('<nav aria-label="{}"><ul class="tabs">{}</ul></nav>', label, content)


@register.simple_tag
def tab(label: str, url: str, *, current: bool = False, count: int | None = None) -> SafeString:
    here = mark_safe(' aria-current="page"') if current else ""
    counted = "" if count is None else format_html(' <span class="count">{}</span>', count)
    return format_html('<li><a href="{}"{}>{}{}</a></li>', url, here, label, counted)


@register.inclusion_tag("core/components/breadcrumb.html")
def breadcrumb(*steps: str) -> dict[str, object]:
    """Show the way here: label, address, label, address ... and the label of this page."""
    return {"crumbs": list(_pairs(steps)), "here": steps[-1]}


def _pairs(steps: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return zip(steps[:-1:2], steps[1::2], strict=True)


@register.inclusion_tag("core/components/action.html", takes_context=True)
def action(
    context: Context, label: str, url: str, *, why_not: str | None = None, **look: object
) -> dict[str, object]:
    """Offer an action, or the reason why it is refused; look: kind="primary", post=True."""
    reason_id = f"why-not-{crc32(f'{label} {url}'.encode()):x}"
    return {
        "label": label,
        "url": url,
        "why_not": why_not,
        "reason_id": reason_id,
        "csrf_token": context.get("csrf_token"),
        **look,
    }


@register.inclusion_tag("core/components/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[object]) -> dict[str, object]:
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return {"page": page, "numbers": list(numbers), "query": context["request"].GET}
