"""Catalogues hold what the sources ask for."""

from pathlib import Path

import polib
import pytest
from django.conf import LazySettings

from suoja import catalogues

SOURCE = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
plain = _("Hello %(name)s")
other = pgettext("greeting", "Hello")
def many(n): return ngettext("one day", "%(n)s days", n)
"""
PAGE = """{% load i18n %}
  {% if x %}
    <p title="{% translate 'Title' %}">
      {% blocktranslate count days=n trimmed %}
        a day {{ days }}{% plural %}{{ days }} days
      {% endblocktranslate %}
{% endif %}"""


@pytest.fixture(autouse=True)
def sources(tmp_path: Path, settings: LazySettings) -> Path:
    (tmp_path / "module.py").write_text(SOURCE)
    (tmp_path / "page.html").write_text(PAGE)
    settings.PACKAGE = tmp_path
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    return tmp_path


def translate(message: str, text: str) -> None:
    catalogue = polib.pofile(catalogues.path_of("fi"))
    catalogue.find(message).msgstr = text
    catalogue.save()


def test_python_and_pages_are_read() -> None:
    assert set(catalogues.extracted()) == {
        (None, "Hello %(name)s", None),
        ("greeting", "Hello", None),
        (None, "one day", "%(n)s days"),
        (None, "Title", None),
        (None, "a day %(days)s", "%(days)s days"),
    }


def test_a_message_without_translation_is_a_fault() -> None:
    catalogues.update("fi")

    assert len(list(catalogues.faults("fi"))) == 5


def test_a_message_that_no_catalogue_holds_is_a_fault() -> None:
    assert all("`suoja messages` adds it" in fault for fault in catalogues.faults("fi"))


def test_a_translation_survives_the_next_collection() -> None:
    catalogues.update("fi")
    translate("Title", "Otsikko")

    catalogues.update("fi")

    assert polib.pofile(catalogues.path_of("fi")).find("Title").msgstr == "Otsikko"


def test_a_message_that_nobody_asks_for_is_dropped(sources: Path) -> None:
    catalogues.update("fi")
    (sources / "page.html").unlink()

    assert any("drops it" in fault for fault in catalogues.faults("fi"))
    catalogues.update("fi")

    assert polib.pofile(catalogues.path_of("fi")).find("Title") is None


def test_a_translation_with_another_placeholder_is_a_fault() -> None:
    catalogues.update("fi")
    translate("Hello %(name)s", "Hei %(nimi)s")

    assert any("other placeholders" in fault for fault in catalogues.faults("fi"))


def test_a_catalogue_is_compiled_for_run_time() -> None:
    catalogues.update("fi")
    translate("Title", "Otsikko")

    catalogues.compile_catalogue(catalogues.path_of("fi"))

    compiled = polib.mofile(catalogues.path_of("fi").with_suffix(".mo"))
    assert [entry.msgstr for entry in compiled] == ["Otsikko"]
