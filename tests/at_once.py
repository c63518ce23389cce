"""Doing the same thing in many threads, started together."""

import threading
from collections.abc import Callable

from django.db import connection


def at_once(count: int, act: Callable[[], object]) -> list[object]:
    """Return what each of `count` threads got."""
    start, results = threading.Barrier(count), []

    def one() -> None:
        start.wait()
        try:
            results.append(act())
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
