"""The way out, on every public page."""

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from suoja.public_site.choices import HELPLINE, LANGUAGES
from suoja.public_site.rendering import words

register = template.Library()


@register.simple_tag
def helpline() -> SafeString:
    """Show the number of the helpline, to be called on a press."""
    link = '<a href="tel:{}" dir="ltr">{}</a>'
    return format_html(link, HELPLINE.replace(" ", ""), HELPLINE)


@register.inclusion_tag("public_site/exit.html")
def exit_control() -> dict[str, object]:
    """Show the way out in the language of the page."""
    language = get_language()
    return {"words": words(language if language in LANGUAGES else settings.LANGUAGE_CODE)}
