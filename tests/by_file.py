"""How tests are dealt out to the workers: the tests of a file stay together.

What they share is then made once, and not once on every worker. Files that share something name
the same `xdist_group`.
"""

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadGroupScheduling


class ByFile(LoadGroupScheduling):
    """Deal out whole groups, and of the tests that name none, whole files."""

    def _split_scope(self, nodeid: str) -> str:
        group = super()._split_scope(nodeid)
        return nodeid.split("::", maxsplit=1)[0] if group == nodeid else group


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    return ByFile(config, log)
