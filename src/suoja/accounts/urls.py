"""Everything under /staff/ that has to do with accounts.

The names without a room in front are those by which django-allauth finds its pages; what it
offers beyond them (sign-up, mail, resets) has no address here.
"""

from django.urls import include, path

from suoja.accounts import views

signing_in = [
    path("", views.SignIn.as_view(), name="account_login"),
    path("code/", views.SignInCode.as_view(), name="mfa_authenticate"),
    path("password/", views.ChangePassword.as_view(), name="account_change_password"),
    path("second-factor/", views.SetUpSecondFactor.as_view(), name="mfa_activate_totp"),
    path("recovery-codes/", views.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path(
        "recovery-codes/new/", views.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"
    ),
    path("again/", views.CodeAgain.as_view(), name="mfa_reauthenticate"),
    path("again/password/", views.PasswordAgain.as_view(), name="account_reauthenticate"),
]

accounts = [
    path("", views.staff_list, name="list"),
    path("add/", views.staff_add, name="add"),
    path("own/", views.own_account, name="own"),
    path("<int:pk>/", views.staff_page, name="page"),
    path("<int:pk>/role/", views.change_role, name="change_role"),
    path("<int:pk>/deactivate/", views.deactivate, name="deactivate"),
    path("<int:pk>/reactivate/", views.reactivate, name="reactivate"),
    path("<int:pk>/reset/", views.reset_sign_in, name="reset_sign_in"),
]

urlpatterns = [
    path("sign-in/", include(signing_in)),
    path("sign-out/", views.SignOut.as_view(), name="account_logout"),
    path("language/", views.choose_language, name="set_language"),
    path("accounts/", include((accounts, "accounts"))),
]
