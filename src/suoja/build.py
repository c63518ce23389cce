"""`suoja build`: what is made from the sources once, fonts and compiled translations."""

from argparse import Namespace

from django.conf import settings

from suoja import catalogues
from suoja.core import fonts
from suoja.core.command import Command, no_arguments


def build() -> None:
    """Make whatever is missing or older than its source."""
    fonts.build_fonts(settings.PACKAGE / "core" / "static" / "core" / "fonts")
    for path in catalogues.paths():
        catalogues.compile_catalogue(path)


def _run(_: Namespace) -> int:
    build()
    print("Fonts and translations are built.")
    return 0


COMMANDS = (
    Command(
        "build",
        "Make fonts and compiled translations from their sources. Example: suoja build",
        no_arguments,
        _run,
    ),
)
