"""How staff sign in: a password that is hard to guess, and always a second factor."""

import os

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["username", "display_name"]},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/staff/"
ACCOUNT_ADAPTER = "suoja.accounts.gate.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# How many proxies of our own stand before the program; the nearest says where a request is from.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("SUOJA_PROXIES", "0"))
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/5m/key,100/d/key"}
MFA_ADAPTER = "suoja.accounts.gate.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "suoja.accounts.forms.CodeForm",
    "reauthenticate": "suoja.accounts.forms.CodeAgainForm",
    "activate_totp": "suoja.accounts.forms.SetUpForm",
}
MFA_TOTP_ISSUER = "Suoja"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
