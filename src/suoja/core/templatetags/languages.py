"""The same page in another language."""

from django import template
from django.template.context import Context
from django.urls import translate_url

register = template.Library()


@register.simple_tag(takes_context=True)
def this_page_in(context: Context, language: str) -> str:
    """Return the address of this page in a language; the address carries the language."""
    return translate_url(context["request"].get_full_path(), language)
