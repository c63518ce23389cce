"""Filling in the public referral form as a browser without scripts does it."""

import json
import re
from typing import Any

from django.test import Client

from suoja.core.sealing import open_for_duty
from suoja.intake.models import Arrival

PATH = "/en/met/form/"
WHO = {"referrer": "border_guard", "referrer_name": "Sergeant Laine", "referrer_contact": "raja@x"}
ADULT = {"consent_by": "person", "consent_given_on": "2026-03-01"}
MIRELA = {
    "given_names": "Mirela",
    "family_name": "Koskela",
    "sex": "woman_girl",
    "birth_date": "1995-03-04",
    "nationality": "RO",
    "language": "ro",
}
KITCHEN = {"forms": ["forced_labour"], "where": "finland", "summary": "Works unpaid in a kitchen."}
REACH = {"phone": "+358 40 0000", "address": "Rantatie 1", "safe_contact": "Text first."}


class Walk:
    """One visit to the form; `html` is the page that is shown."""

    def __init__(self, path: str = PATH) -> None:
        self.client, self.path = Client(), path
        self.html = self._read(self.client.get(path))

    def press(self, go: str, path: str = "", **typed: Any) -> str:
        """Press a button; what is typed belongs to the page that is shown."""
        carried = {name: value for name in ("state", "typed") if (value := self.hidden(name))}
        sent = {**carried, **typed, "go": go}
        self.html = self._read(self.client.post(path or self.path, sent, follow=True))
        return self.html

    def _read(self, answer: Any) -> str:
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
        assert not any(cookie.value for cookie in self.client.cookies.values())
        return str(answer.content.decode())

    def on(self, **typed: Any) -> str:
        return self.press("on", **typed)

    def hidden(self, name: str) -> str:
        found = re.search(rf'name="{name}"\s+value="([^"]*)"', self.html)
        return found.group(1) if found else ""

    @property
    def heading(self) -> str:
        found = re.search(r"<h1>(.*?)</h1>", self.html, re.DOTALL)
        return " ".join(found.group(1).split()) if found else ""

    @property
    def code(self) -> str:
        found = re.search(r'<bdi dir="ltr">([\d ]+)</bdi>', self.html)
        return found.group(1) if found else ""

    def consent(self, consents: str = "yes") -> str:
        self.on(**WHO)
        return self.on(consents=consents)

    def person(self, age: str = "adult", **signed: str) -> str:
        """Answer the first two pages of a person."""
        self.on(age=age)
        return self.on(**(signed or ADULT))

    def rest(self, **who: str) -> str:
        """Answer the other pages of a person."""
        self.on(**{**MIRELA, **who})
        self.on(**KITCHEN)
        self.on(**REACH)
        return self.on()

    def adult(self) -> str:
        """Fill in the form for one adult, up to the summary."""
        self.consent()
        self.person()
        self.rest()
        return self.on()

    def saved(self) -> str:
        """Save the form as it stands and return the code."""
        self.press("save")
        code, token = self.code, self.hidden("token")
        self.press("keep", token=token, type=code)
        return code


def opened(row: Arrival, column: str) -> dict[str, Any]:
    sealed = bytes(getattr(row, column))
    told: dict[str, Any] = json.loads(open_for_duty(sealed, place=f"{column}:{row.pk.hex}"))
    return told


def sent() -> dict[str, Any]:
    """Return what the one form that was sent tells those on duty."""
    return opened(Arrival.objects.get(), "body")


def header() -> dict[str, Any]:
    return opened(Arrival.objects.get(), "header")
