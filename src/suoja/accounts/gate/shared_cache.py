"""A cache in the database, so that all processes count the same attempts.

Django's own database cache keeps pickles: who can write its table can run code in the program,
past every key that lies outside the database. This one keeps JSON.
"""

from datetime import UTC, datetime
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import IntegrityError, transaction


class SharedCache(BaseCache):
    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def add(
        self,
        key: Any,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        """Keep a value unless there is one; of many at once, one succeeds."""
        name = self.make_and_validate_key(key, version)
        self._rows().filter(key=name, expires_at__lte=datetime.now(UTC)).delete()
        try:
            with transaction.atomic():
                self._rows().create(key=name, value=value, expires_at=self._end(timeout))
        except IntegrityError:
            return False
        return True

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        name = self.make_and_validate_key(key, version)
        living = self._rows().exclude(expires_at__lte=datetime.now(UTC))
        found = living.filter(key=name).values_list("value", flat=True)
        return found[0] if found else default

    def set(
        self,
        key: Any,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        self._rows().filter(expires_at__lte=datetime.now(UTC)).delete()
        name = self.make_and_validate_key(key, version)
        values = {"value": value, "expires_at": self._end(timeout)}
        self._rows().update_or_create(key=name, defaults=values)

    def delete(self, key: Any, version: int | None = None) -> bool:
        name = self.make_and_validate_key(key, version)
        return bool(self._rows().filter(key=name).delete()[0])

    def clear(self) -> None:
        self._rows().all().delete()

    def _end(self, timeout: float | None) -> datetime | None:
        moment = self.get_backend_timeout(timeout)
        return None if moment is None else datetime.fromtimestamp(moment, UTC)

    @staticmethod
    def _rows() -> Any:
        # Caches are made before the tables are known to Django.
        from suoja.accounts.models import SharedValue  # noqa: PLC0415

        return SharedValue.objects
