"""Every template is used, and whatever a template extends or includes is there."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

from architecture.sources import PACKAGE

TEMPLATES = {
    path.relative_to(folder).as_posix(): path
    for folder in PACKAGE.glob("*/templates")
    for path in sorted(folder.rglob("*.html"))
}
# Asked for by name by the framework and by the sign-in package.
ASKED_FROM_OUTSIDE = re.compile(r"^(\d{3}(_csrf)?\.html|(account|mfa|allauth|django/forms)/.*)$")
NEEDED = re.compile(r"{%\s*(?:extends|include)\s+[\"']([^\"'#]+)")


@pytest.fixture(scope="module")
def words() -> str:
    """Return everything that could name a template."""
    sources = [*PACKAGE.rglob("*.py"), *TEMPLATES.values()]
    return "\n".join(path.read_text() for path in sources)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_used(name: str, words: str) -> None:
    assert ASKED_FROM_OUTSIDE.match(name) or name in words


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_well_formed_and_finds_what_it_needs(name: str) -> None:
    get_template(name)

    for needed in NEEDED.findall(Path(TEMPLATES[name]).read_text()):
        get_template(needed)


def test_a_template_lies_in_the_folder_of_its_room() -> None:
    astray = [
        name
        for name, path in TEMPLATES.items()
        if not ASKED_FROM_OUTSIDE.match(name)
        and not name.startswith(path.relative_to(PACKAGE).parts[0] + "/")
    ]

    assert astray == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_form_that_is_sent_says_where_to(name: str) -> None:
    """Left out, it is the address with its #, and then nothing has the focus on the next page."""
    forms = re.findall(r"<form\s+method=\"post\"[^>]*>", Path(TEMPLATES[name]).read_text())

    assert [form for form in forms if "action=" not in form] == []
