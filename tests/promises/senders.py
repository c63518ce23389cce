"""Senders of many letters at once, each of whom sends again until there is an answer."""

import os
import signal
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from threading import Event, Lock

from served import Served, Visitor, hidden

PATH = "/en/8/"
AT_ONCE = 8
MOST_TRIES = 200
BREATH = 0.05


def address_of(number: int) -> str:
    """Return an address that nobody else sends from."""
    return f"127.2.{number // 250}.{number % 250 + 1}"


def send_until_answered(port: int, number: int) -> int:
    """Send one letter, again and again if need be, and return how often it was sent."""
    visitor = Visitor(port, address_of(number))
    page = _until(lambda: visitor.get(PATH), 'name="submission"')[0]
    typed = {"step": "letter", "message": f"Letter {number}", **hidden(page)}
    return _until(lambda: visitor.post(PATH, typed), 'class="code"')[1]


def _until(ask: Callable[[], str], wanted: str) -> tuple[str, int]:
    for tries in range(1, MOST_TRIES):
        try:
            page = ask()
        except (OSError, HTTPException):
            Event().wait(BREATH)
            continue
        if wanted in page:
            return page, tries
    raise AssertionError(f"No answer after {MOST_TRIES} tries.")


def send_all(served: Served, numbers: Iterable[int], *, kill_after: int) -> list[int]:
    """Send letters at once, end a worker hard after so many, and return the tries of each."""
    done, lock = [], Lock()

    def send(number: int) -> None:
        tries = send_until_answered(served.port, number)
        with lock:
            done.append(tries)
            if len(done) == kill_after:
                os.kill(served.workers[0], signal.SIGKILL)

    with ThreadPoolExecutor(AT_ONCE) as senders:
        list(senders.map(send, numbers))
    return done
