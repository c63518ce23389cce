"""`suoja run` serves, says where, and stops when asked."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@pytest.fixture
def side() -> str:
    return "both"


@pytest.fixture
def server(tmp_path: Path, port: int, side: str) -> Iterator["subprocess.Popen[str]"]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SUOJA_")}
    with subprocess.Popen(
        [Path(sys.executable).with_name("suoja"), "run", "--port", str(port)],
        cwd=tmp_path,
        env={**kept, "SUOJA_HOME": str(tmp_path), "SUOJA_SITE": side},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as started:
        yield started
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)


def said_until_ready(server: "subprocess.Popen[str]") -> str:
    lines = []
    for line in server.stdout or ():
        lines.append(line)
        if "Ctrl-C" in line:
            break
    return "".join(lines)


def test_it_says_where_it_is_answers_and_stops(server: "subprocess.Popen[str]", port: int) -> None:
    said = said_until_ready(server)

    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/en/")
    assert connection.getresponse().status == 200
    connection.close()
    server.send_signal(signal.SIGINT)

    assert f"http://127.0.0.1:{port}/\n" in said
    assert f"http://127.0.0.1:{port}/staff/\n" in said
    assert server.wait(timeout=20) == 0


@pytest.mark.parametrize(
    ("side", "served", "not_served"), [("public", "", "staff/"), ("staff", "staff/", "")]
)
def test_one_side_says_only_where_it_is(
    server: "subprocess.Popen[str]", port: int, served: str, not_served: str
) -> None:
    said = said_until_ready(server)

    assert f"http://127.0.0.1:{port}/{served}\n" in said
    assert f"http://127.0.0.1:{port}/{not_served}\n" not in said
