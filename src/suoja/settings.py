"""One set of settings; what differs between machines comes from the environment.

`SUOJA_DATABASE_URL` names the database, `SUOJA_HOME` the folder for everything else that is kept:
the SQLite file of the default database, the key store and the secret key.
"""

import os
import secrets
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from suoja.settings_sign_in import *  # noqa: F403

PACKAGE = Path(__file__).resolve().parent

# Whatever this process writes, database and keys included, is for its owner alone.
os.umask(0o077)


def _home() -> Path:
    """Return the folder that holds what the program keeps, made for its owner alone."""
    checkout = PACKAGE.parents[1]
    default = checkout / "var" if (checkout / "pyproject.toml").exists() else Path.home() / ".suoja"
    home = Path(os.environ.get("SUOJA_HOME", default)).resolve()
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    return home


def _secret_key(home: Path) -> str:
    """Return the secret of this installation, made on first use."""
    path = home / "secret.key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()


SUOJA_HOME = _home()
# Which of the two sides this process is: the public one can write and never read.
SITE = os.environ.get("SUOJA_SITE", "both")
if SITE not in ("public", "staff", "both"):
    raise ImproperlyConfigured(f"SUOJA_SITE is {SITE!r}. Set it to public, staff or both.")
# How many requests a process answers at once; half of them may be made to wait for a flood.
THREADS = 16
SECRET_KEY = _secret_key(SUOJA_HOME)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("SUOJA_HOSTS", "127.0.0.1,localhost,testserver").split(",")
# A try-out on one's own machine speaks plain HTTP; an installation with a name speaks HTTPS only.
OVER_HTTPS = not {"127.0.0.1", "localhost", "[::1]", "testserver"}.issuperset(ALLOWED_HOSTS)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "suoja.core",
    "suoja.vocabulary",
    "suoja.accounts",
    "suoja.persons",
    "suoja.intake",
    "suoja.referrals",
    "suoja.clients",
    "suoja.periods",
    "suoja.identification",
    "suoja.publication",
    "suoja.public_site",
    "suoja.staff_site",
    "django.forms",  # last: its templates give way to those of core
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "suoja.public_site.gate.OneSide",
    "suoja.public_site.gate.StaffSessions",
    "suoja.public_site.gate.PublicLanguages",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "suoja.accounts.gate.middleware.StaffLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "suoja.accounts.gate.middleware.StaffGate",
    "suoja.core.middleware.RefusalMiddleware",
]
# What knows people by their cookies does not run on the public side. (The middleware of
# django-allauth stays, because its app does not start without it; it reads and sets nothing.)
STAFF_ONLY = (
    "suoja.public_site.gate.StaffSessions",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "suoja.accounts.gate.middleware.StaffLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "suoja.accounts.gate.middleware.StaffGate",
)
if SITE == "public":
    MIDDLEWARE = [each for each in MIDDLEWARE if each not in STAFF_ONLY]

ROOT_URLCONF = "suoja.urls"
WSGI_APPLICATION = "suoja.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "suoja.staff_site.context.navigation",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("SUOJA_DATABASE_URL", f"sqlite:///{SUOJA_HOME / 'suoja.sqlite3'}")
    )
}
# On PostgreSQL the public side has a role of its own for what it receives: it may only add.
INTAKE_DATABASE = "default"
if "SUOJA_INTAKE_DATABASE_URL" in os.environ:
    INTAKE_DATABASE = "intake"
    DATABASES["intake"] = dj_database_url.parse(os.environ["SUOJA_INTAKE_DATABASE_URL"])
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Staff"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
# Attempts are counted and used codes remembered by all processes together.
CACHES = {"default": {"BACKEND": "suoja.accounts.gate.shared_cache.SharedCache"}}

SESSION_ENGINE = "suoja.accounts.gate.sessions"
SESSION_SERIALIZER = "suoja.accounts.gate.sessions.SealedSerializer"
SESSION_COOKIE_NAME = "__Host-session" if OVER_HTTPS else "session"
SESSION_COOKIE_SECURE = OVER_HTTPS
SESSION_COOKIE_AGE = 15 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "__Host-csrf" if OVER_HTTPS else "csrf"
CSRF_COOKIE_SECURE = OVER_HTTPS
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# The mail server, or a folder, by which those on duty are told that something waits.
MAIL = os.environ.get("SUOJA_MAIL", "")

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fi", _("Finnish")), ("sv", _("Swedish"))]
LANGUAGE_COOKIE_PATH = "/staff/"  # public pages carry their language in the address
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Strict"
# The way out of the public site leads to a page that many people open and that knows nobody.
EXIT_TO = "https://www.ilmatieteenlaitos.fi/"
FORMAT_MODULE_PATH = "suoja.core.formats"
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Helsinki"
USE_TZ = True

# What is sent to us is never laid down on a disk as it came.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 60 * 1024 * 1024

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"without_values": {"()": "suoja.core.logs.WithoutValues"}},
    "handlers": {
        "terminal": {"class": "logging.StreamHandler", "formatter": "without_values"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "loggers": {
        # Addresses that were refused or not found say who asked for what: they are not kept.
        "django": {"handlers": ["nowhere"], "propagate": False},
        "django.request": {"handlers": ["terminal"], "level": "ERROR", "propagate": False},
    },
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
# Nothing to other hosts; with "no-referrer" a browser would hide its origin from our own forms too.
SECURE_REFERRER_POLICY = "same-origin"
if OVER_HTTPS:
    # Browsers that know the name beforehand keep no note of who has been here.
    SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SAMESITE = "Strict"
