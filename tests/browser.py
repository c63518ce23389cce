"""Chromium for the tests that look at pages as people do.

The server answers in the transaction of the test, so that nothing has to be emptied afterwards.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, sync_playwright

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}
PATIENCE = 10_000

Screenshot = Callable[[Page, str], Path]


class SharedServer(ThreadedWSGIServer):
    """Answer on the connection of the test, and leave it open."""

    def _close_connections(self) -> None:
        pass


class SharedServerThread(LiveServerThread):
    """Lend the connection to the threads that answer; this one would close it at its end."""

    server_class = SharedServer

    def __init__(self, lent: BaseDatabaseWrapper) -> None:
        super().__init__("localhost", StaticFilesHandler)
        self.daemon = True
        self.lent = lent

    def _create_server(self, **_: object) -> ThreadedWSGIServer:
        return super()._create_server(connections_override={self.lent.alias: self.lent})


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("there is no Chromium here: install it, or name it in CHROMIUM")
    # Playwright keeps a loop in this thread, which Django takes for an asynchronous caller.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
        connections.close_all()  # the loop has its own, which nobody could close after it


@pytest.fixture
def address(db: None) -> Iterator[str]:
    """Serve the site and return its address."""
    connection = connections["default"]
    connection.ensure_connection()
    connection.inc_thread_sharing()
    server = SharedServerThread(connection)
    with _connections_stay_open():
        server.start()
        server.is_ready.wait()
        assert server.error is None, server.error
        yield f"http://localhost:{server.port}"
        server.terminate()
    connection.dec_thread_sharing()


@contextmanager
def _connections_stay_open() -> Iterator[None]:
    """Keep requests from closing a connection because a transaction is open on it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def open_window(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Return a way to open windows; in none of them may a page break, or break its promises."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_one(**options: object) -> Page:
        context = chromium.new_context(base_url=address, **{"viewport": DESK, **options})
        context.set_default_timeout(PATIENCE)
        context.on("request", lambda asked: faults.extend(_faults_of(asked, address)))
        context.on("response", lambda got: faults.extend(_faults_in(got)))
        context.on("console", lambda said: faults.extend(_faults_said(said.text)))
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert faults == []


def _faults_of(request: Request, address: str) -> Iterator[str]:
    if not request.url.startswith(("data:", address, settings.EXIT_TO)):
        yield f"asked elsewhere: {request.url}"


def _faults_in(response: Response) -> Iterator[str]:
    if response.status >= 500:
        yield f"broken: {response.url}"


def _faults_said(text: str) -> Iterator[str]:
    if "Content Security Policy" in text:
        yield text


@pytest.fixture
def page(open_window: Callable[..., Page]) -> Page:
    """Return a window of the size of a desk screen."""
    return open_window()


@pytest.fixture
def phone(open_window: Callable[..., Page]) -> Page:
    """Return a window as narrow as the smallest phone, or as a desk screen at 400 %."""
    return open_window(viewport=PHONE, has_touch=True)


@pytest.fixture
def screenshot(tmp_path: Path) -> Screenshot:
    """Return a way to take a picture: into the documentation when SUOJA_PICTURES is set."""
    folder = PICTURES if os.environ.get("SUOJA_PICTURES") else tmp_path

    def take(page: Page, name: str) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.png"
        page.screenshot(path=path)
        return path

    return take


@pytest.fixture
def enter(address: str) -> Callable[[Page, Client], None]:
    """Return a way to carry the session of a test client over to a window."""

    def carry(page: Page, client: Client) -> None:
        for name, cookie in client.cookies.items():
            page.context.add_cookies([{"name": name, "value": cookie.value, "url": address}])

    return carry
