"""A home for each test process, made before Django reads its settings.

pytest loads this module first (`-p own_home`): a conftest would come too late.
"""

import os
import shutil
import tempfile
from atexit import register
from pathlib import Path

WORKER = os.environ.get("PYTEST_XDIST_WORKER")


def make_home() -> Path:
    """Return a new folder: of this process, or inside that of the process which started us."""
    if WORKER:
        return Path(os.environ["SUOJA_HOME"]) / WORKER
    home = Path(tempfile.mkdtemp(prefix="suoja-tests-"))
    register(shutil.rmtree, home, ignore_errors=True)
    return home


os.environ["SUOJA_HOME"] = str(make_home())
# Tests are both sides at once, on one connection; those of one side start processes of their own.
for name in ("SUOJA_SITE", "SUOJA_INTAKE_DATABASE_URL"):
    os.environ.pop(name, None)
