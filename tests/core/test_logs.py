"""A page that breaks says where, and names nobody."""

import logging
import sys

from django.conf import settings
from django.test import RequestFactory
from django.utils.log import log_response

from suoja.core.logs import WithoutValues


def broken() -> logging.LogRecord:
    """Return what is logged when Mirela's page breaks."""
    try:
        int("Mirela Koskela, +358 50 000 0001")
    except ValueError:
        where = ("django.request", logging.ERROR, __file__, 1)
        return logging.LogRecord(*where, "Broken: /staff/clients/?q=Mirela", (), sys.exc_info())


def test_a_broken_page_is_logged_with_its_places_and_without_its_values() -> None:
    line = WithoutValues().format(broken())

    assert "builtins.ValueError" in line
    assert "test_logs.py" in line
    assert "Mirela" not in line
    assert "358" not in line


def test_a_page_not_found_leaves_no_line(capsys) -> None:
    request = RequestFactory().get("/staff/clients/?q=Mirela")
    response = type("Gone", (), {"status_code": 404})()

    log_response("Not found: %s", request.path, response=response, request=request)

    assert "Mirela" not in capsys.readouterr().err
    assert settings.LOGGING["loggers"]["django"]["handlers"] == ["nowhere"]
