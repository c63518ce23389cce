"""The same page in another language."""

from django import template
from django.template.context import Context
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag(takes_context=True)
def this_page_in(context: Context, language: str) -> str:
    """Return the address of this page in a language, which is how every address begins.

    A page names all its languages more than once, so nothing is resolved for it.
    """
    address: str = context["request"].get_full_path()
    here = f"/{get_language()}/"
    return f"/{language}/{address.removeprefix(here)}" if address.startswith(here) else address
