"""Journeys are walked in a browser."""

from browser import address, chromium, enter, open_window, page, phone, screenshot

__all__ = ["address", "chromium", "enter", "open_window", "page", "phone", "screenshot"]
