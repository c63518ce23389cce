"""Processes of one side, each with a folder of its own: what a test asks of them, they answer.

As a program, this module asks the side that SUOJA_SITE names for addresses and prints what came.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

SUOJA = Path(sys.executable).with_name("suoja")


class Asked(NamedTuple):
    """What one side answers at one address."""

    status: int
    cookies: list[str]
    headers: dict[str, str]
    knows: list[str]
    text: str


def environment(home: Path, **settings: str) -> dict[str, str]:
    """Return the environment of a process that keeps everything in `home`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SUOJA_")}
    return {**kept, "SUOJA_HOME": str(home), "PYTHONPATH": str(Path(__file__).parent), **settings}


def suoja(*words: str, home: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder that is not the checkout."""
    return subprocess.run(
        [SUOJA, *words],
        cwd=home,
        env=environment(home, **settings),
        capture_output=True,
        text=True,
        check=False,
    )


def ask(side: str, paths: Sequence[str], home: Path, **settings: str) -> Mapping[str, Asked]:
    """Return what a process of this side answers, address by address."""
    done = subprocess.run(
        [sys.executable, __file__, *paths],
        env=environment(home, **{**settings, "SUOJA_SITE": side}),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return {path: Asked(*told) for path, told in json.loads(done.stdout).items()}


def _told(path: str) -> Asked:
    from django.test import Client  # noqa: PLC0415  (after the settings)

    answer = Client(raise_request_exception=False).get(path)
    known = [
        name for name in ("session", "user", "_messages") if hasattr(answer.wsgi_request, name)
    ]
    text = "" if answer.streaming else answer.content.decode(errors="replace")
    return Asked(answer.status_code, [*answer.cookies], dict(answer.headers), known, text)


if __name__ == "__main__":
    import django
    from django.test.utils import setup_test_environment

    os.environ["DJANGO_SETTINGS_MODULE"] = "suoja.settings"
    django.setup()
    setup_test_environment()
    sys.stdout.write(json.dumps({path: _told(path) for path in sys.argv[1:]}))
