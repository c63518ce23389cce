"""Sessions of which the database holds nothing that opens one.

The table has a hash of the cookie's value, so a copy of it lets nobody in; and what a session
remembers (a second factor being set up, a form that waits for a code) is sealed.
"""

import hashlib
import json
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession

from suoja.core.vault import open_for_program, seal_for_program

_PURPOSE = "session"


class SealedSerializer:
    def dumps(self, obj: Any) -> bytes:
        return seal_for_program(_PURPOSE, json.dumps(obj, separators=(",", ":")).encode())

    def loads(self, data: bytes) -> Any:
        return json.loads(open_for_program(_PURPOSE, data))


class SessionStore(db.SessionStore):
    def load(self) -> dict[str, Any]:
        """Read by the hash of the cookie; a cookie that opens nothing is not kept."""
        cookie = self._session_key or ""
        self._session_key = _hashed(cookie)
        content = super().load()
        self._session_key = cookie if self._session_key else None
        return content

    def exists(self, session_key: str) -> bool:
        return super().exists(_hashed(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        instance = super().create_model_instance(data)
        instance.session_key = _hashed(instance.session_key)
        return instance

    def delete(self, session_key: str | None = None) -> None:
        cookie = session_key or self.session_key
        if cookie is not None:
            super().delete(_hashed(cookie))


def _hashed(cookie: str) -> str:
    # The column holds 40 characters; 160 bits of a hash of 160 random bits are enough.
    return hashlib.sha256(cookie.encode()).hexdigest()[:40]
