"""How staff get in: what django-allauth is told, what a session holds, and who is let through.

Views of all rooms take from here `StaffRequest`, a request that passed the gate, and
`require_recent_authentication`, which asks for a code again before something that matters.
"""

from suoja.accounts.gate.requests import StaffRequest, require_recent_authentication

__all__ = ["StaffRequest", "require_recent_authentication"]
