"""A caseload in a folder of its own, measured in a process of its own."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

SUOJA = Path(sys.executable).with_name("suoja")
CHECKOUT = Path(__file__).parents[1]


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SUOJA_")}
    return {
        **kept,
        "SUOJA_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "suoja.settings",
        "PYTHONPATH": str(CHECKOUT / "tests"),  # the cast of the tests knows how to sign in
    }


def make_caseload(home: Path, clients: int) -> float:
    """Fill a new database with the example and return the seconds it took."""
    subprocess.run([SUOJA, "migrate"], env=_environment(home), check=True, capture_output=True)
    start = time.perf_counter()
    command = [SUOJA, "example", "--clients", str(clients)]
    subprocess.run(command, env=_environment(home), check=True, capture_output=True)
    return time.perf_counter() - start


def measure(home: Path) -> dict[str, Any]:
    """Return what `benchmarks.measure` finds about the caseload in this folder."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.print_costs"],
        cwd=CHECKOUT,
        env=_environment(home),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result
