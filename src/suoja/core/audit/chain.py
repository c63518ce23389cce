"""The keyed hash that ties an entry to the one before."""

import hmac
import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from suoja.core.vault.master import derived_key

GENESIS = "0" * 64

CONTENT_FIELDS = ("at", "by", "verb", "subject", "subject_id", "person_id", "detail")
Content = tuple[datetime, str, str, str, str, UUID | None, dict[str, Any]]


def digest(previous: str, content: Content) -> str:
    """Return the hash of an entry, 64 hexadecimal digits."""
    at, by, verb, subject, subject_id, person_id, detail = content
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    person = None if person_id is None else person_id.hex
    whole = [previous, moment, by, verb, subject, subject_id, person, detail]
    message = json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hmac.new(derived_key("audit chain"), message.encode(), "sha256").hexdigest()
