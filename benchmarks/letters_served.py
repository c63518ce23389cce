"""Serve the public side, ask it, and print what that took as JSON."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from importlib import import_module
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import django

AT_ONCE, WORKERS = 8, ("--workers", "2")
PATH = "/en/8/"
FLOODER = "127.3.0.1"
ALONE, BETWEEN = 100, 0.2
SHEET = re.compile(r'<link rel="stylesheet" href="(/[^"]+)"')
SCRIPT = re.compile(r'<script[^>]* src="(/[^"]+)"')
_addresses = count()


def _fresh_address() -> str:
    """Return an address that has sent nothing yet."""
    number = next(_addresses)
    return f"127.4.{number // 250}.{number % 250 + 1}"


def send(port: int, address: str = "") -> tuple[Any, str]:
    """Send a letter and return who sent it and the page that answers."""
    visitor = import_module("served").Visitor(port, address or _fresh_address())
    typed = {"step": "letter", "submission": uuid4().hex, "message": "I need help."}
    page = visitor.post(PATH, typed)
    if 'class="code"' not in page:
        raise RuntimeError(f"{visitor.status}: {page[:200]}")
    return visitor, page


def send_with_code(port: int) -> None:
    served = import_module("served")
    visitor, page = send(port)
    code = served.code_on(page)
    visitor.post(PATH, {"step": "code", "type": code, **served.hidden(page)})


def a_second(number: int, work: Callable[[], object]) -> float:
    """Return how often a second something is done, by eight at once."""
    start = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for each in [pool.submit(work) for _ in range(number)]:
            each.result()
    return number / (time.perf_counter() - start)


def pages_a_second(port: int, path: str, number: int) -> float:
    """Return how many pages a second eight visitors get, each on a line that stays open."""

    def ask_on_one_line() -> None:
        line = HTTPConnection("127.0.0.1", port, 60)
        for _ in range(number // AT_ONCE):
            line.request("GET", path, headers={"Accept-Encoding": "gzip"})
            answer = line.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{path}: {answer.status}")
        line.close()

    return round(a_second(AT_ONCE, ask_on_one_line) * (number // AT_ONCE), 1)


def weight_of(port: int, language: str) -> list[int]:
    """Return the bytes of HTML and CSS, those with scripts, and the number of requests."""
    page, size = _transferred(port, f"/{language}/")
    sheets, scripts = set(SHEET.findall(page)), set(SCRIPT.findall(page))
    light = size + sum(_transferred(port, each)[1] for each in sheets)
    heavy = light + sum(_transferred(port, each)[1] for each in scripts)
    return [light, heavy, 1 + len(sheets) + len(scripts)]


def _transferred(port: int, path: str) -> tuple[str, int]:
    gzip = import_module("gzip")
    line = HTTPConnection("127.0.0.1", port, 60)
    line.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = line.getresponse()
    content = answer.read()
    line.close()
    packed = answer.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(content) if packed else content).decode(), len(content)


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _now_and_then(port: int) -> float:
    """Return the milliseconds of a letter from somebody new, some time after the last one."""
    time.sleep(BETWEEN)
    return milliseconds(lambda: send(port))


def flooded(port: int, number: int) -> dict[str, float | int]:
    """Compare a letter alone with one while very many come from another address."""
    alone = [_now_and_then(port) for _ in range(ALONE)]
    command = [sys.executable, "-m", "benchmarks.letters_flood", str(port), str(number)]
    meanwhile = []
    with subprocess.Popen(command) as flood:
        while flood.poll() is None:
            meanwhile.append(_now_and_then(port))
    alone += [_now_and_then(port) for _ in range(ALONE)]  # so that a busier hour weighs on both
    return {
        "flood": number,
        "alone_ms": round(median(alone), 1),
        "meanwhile_ms": round(median(meanwhile), 1),
        "meanwhile_letters": len(meanwhile),
    }


@contextmanager
def least_site() -> Iterator[int]:
    """Serve the least Django template view in the way that `suoja run` serves."""
    served = import_module("served")
    port: int = served.free_port()
    command = [sys.executable, "-m", "benchmarks.least_site", str(port)]
    process = subprocess.Popen(command, env=os.environ, start_new_session=True, stdout=sys.stderr)
    try:
        served.wait_until_it_answers(process, port)
        yield port
    finally:
        os.killpg(process.pid, import_module("signal").SIGKILL)
        process.wait()


def costs(letters: int, codes: int, pages: int, flood: int) -> dict[str, Any]:
    languages = import_module("suoja.public_site.choices").LANGUAGES
    running = import_module("promises.sides_running").running
    found: dict[str, Any] = {}
    with TemporaryDirectory(prefix="suoja-bench-") as name:
        folder = Path(name)
        with running(f"suoja_bench_{os.getpid()}", folder, *WORKERS) as side:
            port = side.served.port
            found["weights"] = {each: weight_of(port, each) for each in languages}
            found["letters_a_second"] = round(a_second(letters, lambda: send(port)), 1)
            found["codes_a_second"] = round(a_second(codes, lambda: send_with_code(port)), 1)
            found["pages_a_second"] = pages_a_second(port, "/en/", pages)
            with least_site() as least:
                found["least_pages_a_second"] = pages_a_second(least, "/", pages)
            found |= flooded(port, flood)
    return found


if __name__ == "__main__":
    django.setup()
    print(json.dumps(costs(*map(int, sys.argv[1:]))))
