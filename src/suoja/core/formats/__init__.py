"""How dates and numbers are written, short enough for tables."""
