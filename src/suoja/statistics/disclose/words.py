"""Numbers of things in words."""


def counted(number: int, thing: str) -> str:
    """Return the number with the thing: "1 cell", "2,100 cells"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
