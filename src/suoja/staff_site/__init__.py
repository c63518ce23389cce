"""The desk where the day begins, search, and the way from page to page."""
