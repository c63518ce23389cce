"""Letters for tests, dropped in the way that the public side does it."""

from datetime import datetime
from uuid import UUID, uuid4

from cases import AT
from suoja.core.sealing import CodeKeys, keys_of, make_code
from suoja.intake import letterbox
from suoja.intake.choices import Kind
from suoja.intake.letterbox import Sent


def drop(
    message: str = "I need help.",
    *,
    at: datetime = AT,
    keys: CodeKeys | None = None,
    **changed: object,
) -> UUID:
    """Drop a letter in and return its id."""
    known = {
        "kind": Kind.LETTER,
        "told": {"message": message},
        "language": "en",
        "submission": uuid4().hex,
    }
    return letterbox.drop_in(Sent(**{**known, **changed}), at=at, keys=keys)


def drop_with_code(message: str = "I need help.", *, at: datetime = AT) -> tuple[str, CodeKeys]:
    """Drop a letter in, keep a code for its answer, and return the code with its keys."""
    code = make_code()
    keys = keys_of(code)
    letterbox.keep_code(drop(message, at=at), keys, at=at)
    return code, keys
