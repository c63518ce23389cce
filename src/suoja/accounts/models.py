"""Staff, and the two small tables that signing in needs."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from suoja.accounts.choices import Language, Role
from suoja.accounts.rules import USERNAME
from suoja.core.constraints import one_of
from suoja.core.vault import open_for_program, seal_for_program
from suoja.vocabulary.choices import Office


class StaffManager(BaseUserManager["Staff"]):
    pass


class Staff(AbstractBaseUser):
    """A person who works with the system, or for it."""

    username = models.CharField(_("user name"), max_length=30, unique=True)
    display_name = models.CharField(_("name"), max_length=100)
    email_sealed = models.BinaryField(_("e-mail address, sealed"), null=True)
    role = models.CharField(_("role"), max_length=30, choices=Role)
    office = models.CharField(_("office"), max_length=20, choices=Office, null=True)
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.EN)
    is_active = models.BooleanField(_("may sign in"), default=True)
    must_change_password = models.BooleanField(_("has a temporary password"), default=False)

    objects = StaffManager()

    USERNAME_FIELD = "username"

    class Meta:
        verbose_name = _("member of staff")
        verbose_name_plural = _("staff")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(username__regex=USERNAME), name="staff_username_is_plain"
            ),
            one_of("role", Role, name="staff_role_is_known"),
            one_of("office", Office, name="staff_office_is_known"),
            one_of("language", Language, name="staff_language_is_known"),
        ]

    class Privacy:
        identifying = frozenset({"username", "display_name", "email_sealed"})
        sensitive = frozenset({"password", "last_login"})
        statistical: frozenset[str] = frozenset()
        technical = frozenset(
            {"id", "role", "office", "language", "is_active", "must_change_password"}
        )

    def __str__(self) -> str:
        return self.display_name

    @property
    def email(self) -> str:
        if self.email_sealed is None:
            return ""
        return open_for_program(self._email_purpose, bytes(self.email_sealed)).decode()

    @email.setter
    def email(self, address: str) -> None:
        sealed = seal_for_program(self._email_purpose, address.encode()) if address else None
        self.email_sealed = sealed

    @property
    def _email_purpose(self) -> str:
        return f"e-mail of {self.username}"

    def get_session_auth_hash(self) -> str:
        """Return what a session is checked against: it ends when password or role changes."""
        return salted_hmac(
            "suoja.session", f"{self.password}:{self.role}", algorithm="sha256"
        ).hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Yield nothing: the secret key is not rotated while sessions live."""
        yield from ()


class ExampleMarker(models.Model):
    """One row, written with the example caseload: this database holds no real person."""

    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_example_marker")]

    class Privacy:
        identifying: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
        statistical: frozenset[str] = frozenset()
        technical = frozenset({"id", "made_at"})

    def __str__(self) -> str:
        return f"Example since {self.made_at:%Y-%m-%d}"


class SharedValue(models.Model):
    """What all processes remember for minutes: counts of attempts and codes already used."""

    key = models.CharField(max_length=250, primary_key=True)
    value = models.JSONField()
    expires_at = models.DateTimeField(null=True, db_index=True)

    class Privacy:
        identifying: frozenset[str] = frozenset()
        sensitive: frozenset[str] = frozenset()
        statistical: frozenset[str] = frozenset()
        technical = frozenset({"key", "value", "expires_at"})

    def __str__(self) -> str:
        return self.key
