"""A side as it is really served, and visitors who ask it from an address of their own."""

import gzip
import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from sides import SUOJA, environment

PATIENCE = 60
FORM = "application/x-www-form-urlencoded"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
CODE = re.compile(r'<bdi dir="ltr">([\d ]{24})</bdi>')


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: where it is, and where it writes."""

    port: int
    home: Path
    process: "subprocess.Popen[str]"

    @property
    def said(self) -> bytes:
        return b"".join((self.home / name).read_bytes() for name in ("stdout", "stderr"))

    @property
    def workers(self) -> list[int]:
        """Return the processes that answer, without the one that watches over resources."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(each) for each in children.split() if _is_worker(each)]


def _is_worker(process: str) -> bool:
    return b"spawn_main" in Path(f"/proc/{process}/cmdline").read_bytes()


@contextmanager
def serve(home: Path, *words: str, **settings: str) -> Iterator[Served]:
    """Serve what SUOJA_SITE names from a folder; what is put aside goes to `home`/tmp."""
    (home / "tmp").mkdir(parents=True, exist_ok=True)
    port = free_port()
    with (home / "stdout").open("w") as out, (home / "stderr").open("w") as err:
        process = subprocess.Popen(
            [SUOJA, "run", "--port", str(port), *words],
            cwd=home,
            env=environment(home, TMPDIR=str(home / "tmp"), **settings),
            stdout=out,
            stderr=err,
            text=True,
            start_new_session=True,
        )
    try:
        wait_until_it_answers(process, port)
        yield Served(port, home, process)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def wait_until_it_answers(process: "subprocess.Popen[str]", port: int) -> None:
    """Ask again and again until the server listens; a server that ended never will."""
    while process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), PATIENCE):
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.1)
    raise RuntimeError(f"The server ended with {process.returncode}.")


@dataclass(slots=True)
class Visitor:
    """Somebody with an address and a browser that says what it is and follows where it is led."""

    port: int
    address: str = "127.0.0.1"
    agent: str = "Visitor"
    offered: list[str] = field(default_factory=list)  # every cookie, as it was offered
    kept: dict[str, str] = field(default_factory=dict)  # the cookies that are there now
    status: int = 0

    def get(self, path: str) -> str:
        return self._ask("GET", path, b"", "")

    def post(self, path: str, typed: Mapping[str, object]) -> str:
        return self.send(path, urlencode(typed, doseq=True).encode(), FORM)

    def send(self, path: str, body: bytes, content_type: str) -> str:
        """Send what a form sends, and return the page that it leads to."""
        page = self._ask("POST", path, body, content_type)
        return self.get(path) if self.status == HTTPStatus.SEE_OTHER else page

    def _ask(self, method: str, path: str, body: bytes, content_type: str) -> str:
        line = HTTPConnection("127.0.0.1", self.port, PATIENCE, source_address=(self.address, 0))
        try:
            line.request(method, path, body, self._headers(content_type))
            answer = line.getresponse()
            content = answer.read()
        finally:
            line.close()
        self.status = answer.status
        for cookie in answer.headers.get_all("Set-Cookie", []):
            self._keep(cookie)
        packed = answer.headers.get("Content-Encoding") == "gzip"
        return (gzip.decompress(content) if packed else content).decode(errors="replace")

    def _headers(self, content_type: str) -> dict[str, str]:
        told = {
            "User-Agent": self.agent,
            "Accept-Encoding": "gzip",
            "Content-Type": content_type,
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.kept.items()),
        }
        return {name: value for name, value in told.items() if value}

    def _keep(self, cookie: str) -> None:
        self.offered.append(cookie)
        for name, told in SimpleCookie(cookie).items():
            self.kept[name] = told.value
            if told["max-age"] == "0":
                del self.kept[name]


def hidden(page: str) -> dict[str, str]:
    """Return what a page carries from one step to the next."""
    return dict(HIDDEN.findall(page))


def code_on(page: str) -> str:
    """Return the code that a page shows."""
    found = CODE.search(page)
    assert found, page
    return found.group(1)
