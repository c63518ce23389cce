"""Journeys are walked in a browser."""

from urllib.parse import urlsplit

import pytest
from django.conf import LazySettings

from browser import address, chromium, enter, open_window, page, phone, screenshot
from journeys.profile import profile

__all__ = ["address", "chromium", "enter", "open_window", "page", "phone", "profile", "screenshot"]


@pytest.fixture
def elsewhere(address: str, settings: LazySettings) -> str:
    """Let the way out lead to another site that is on this machine."""
    port = urlsplit(address).port
    settings.EXIT_TO = f"http://127.0.0.1:{port}/static/core/icons/mark.svg"
    return str(settings.EXIT_TO)
