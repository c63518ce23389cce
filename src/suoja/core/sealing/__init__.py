"""What the public side may write and never read, and what only a code opens.

Letters are sealed to the public key of those on duty; the private half is on the staff side alone.
A code that somebody keeps yields a place and a pair of keys: what lies there opens with the code
only. Everything is padded to a few sizes, so that its length tells next to nothing.
"""

from suoja.core.sealing.code import CodeKeys, grouped, keys_of, make_code, read_code, seal_to
from suoja.core.sealing.duty import NoDutyKey, make_duty_key, open_for_duty, seal_for_duty
from suoja.core.sealing.padding import padded, unpadded
from suoja.core.sealing.token import TokenTooOld, make_token, read_token

__all__ = [
    "CodeKeys",
    "NoDutyKey",
    "TokenTooOld",
    "grouped",
    "keys_of",
    "make_code",
    "make_duty_key",
    "make_token",
    "open_for_duty",
    "padded",
    "read_code",
    "read_token",
    "seal_for_duty",
    "seal_to",
    "unpadded",
]
