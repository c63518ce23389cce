"""A page is read aloud by a voice of the device, and by no other."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser import PHONE
from journeys.axe import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.xdist_group("browser")]

Windows = Callable[..., Page]
# A device with the voices of the test, which notes what it is given to say.
DEVICE = """voices => {
  const said = [];
  Object.defineProperty(window, "said", { value: said });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices,
    addEventListener() {},
    cancel() { said.length = 0; console.log("silent"); },
    speak(words) { said.push(words.text); this.last = words; },
  }});
}"""
HERE = {"lang": "fi-FI", "localService": True}
ELSEWHERE = {"lang": "fi-FI", "localService": False}


def device(open_window: Windows, *voices: dict[str, object]) -> Page:
    window = open_window(viewport=PHONE)
    window.add_init_script(f"({DEVICE})({json.dumps(voices)})")
    return window


def test_a_page_is_read_from_its_title_on_and_stops_when_asked(open_window: Windows) -> None:
    window = device(open_window, HERE)
    asked: list[str] = []
    window.on("request", lambda each: asked.append(each.url))
    window.goto("/fi/2/")
    before = len(asked)
    listen = window.get_by_role("button", name="Kuuntele")
    listen.click()
    stop = window.get_by_role("button", name="Lopeta")
    expect(stop).to_have_attribute("aria-pressed", "true")

    said = window.evaluate("said")
    assert said[0] == window.locator("h1").inner_text()
    assert len(said) > 20
    assert [url.rpartition("/")[2] for url in asked[before:]] == ["listen.js"]
    assert_accessible(window)
    stop.click()
    expect(listen).to_be_visible()
    assert window.evaluate("said") == []


def test_the_button_is_ready_again_when_all_is_said(open_window: Windows) -> None:
    window = device(open_window, HERE)
    window.goto("/fi/5/")
    window.get_by_role("button", name="Kuuntele").click()
    expect(window.get_by_role("button", name="Lopeta")).to_be_visible()
    window.evaluate("speechSynthesis.last.onend()")

    expect(window.get_by_role("button", name="Kuuntele")).to_be_visible()


@pytest.mark.parametrize("voices", [[], [ELSEWHERE], [{**HERE, "lang": "sv-SE"}]])
def test_without_a_voice_of_the_device_there_is_no_button(
    open_window: Windows, voices: list[dict[str, object]]
) -> None:
    window = device(open_window, *voices)
    window.goto("/fi/2/")

    expect(window.locator("[data-listen]")).to_be_hidden()


def test_leaving_silences_the_voice(open_window: Windows, elsewhere: str) -> None:
    window = device(open_window, HERE)
    window.goto("/fi/5/")
    window.get_by_role("button", name="Kuuntele").click()
    expect(window.get_by_role("button", name="Lopeta")).to_be_visible()
    with window.expect_console_message(lambda said: said.text == "silent"):
        for _ in range(3):
            window.keyboard.press("Shift")

    window.wait_for_url(elsewhere)
