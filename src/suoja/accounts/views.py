"""Signing in, one's own account, and the accounts of others."""

from datetime import UTC, datetime
from typing import Any

from allauth.account import views as passwords
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.base import views as codes
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.contrib.auth.decorators import login_not_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from suoja.accounts import actions, rules
from suoja.accounts.actions.administration import Newcomer
from suoja.accounts.forms import AddForm, LanguageForm, RoleForm
from suoja.accounts.gate import StaffRequest, require_recent_authentication
from suoja.accounts.gate.requests import gave_second_factor, staff_of
from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.errors import OutOfReach, Refused
from suoja.core.side import STAFF_SITE

_ONCE = "temporary_password"


class SignIn(passwords.LoginView):
    template_name = "accounts/sign_in.html"
    extra_context = {"title": _("Sign in")}


class SignInCode(codes.AuthenticateView):
    template_name = "accounts/sign_in_code.html"
    extra_context = {"title": _("Code")}


class SignOut(passwords.LogoutView):
    template_name = "accounts/sign_out.html"
    extra_context = {"title": _("Sign out")}


class PasswordAgain(passwords.ReauthenticateView):
    template_name = "accounts/prove_again.html"
    extra_context = {"title": _("Show that it is you")}

    def form_valid(self, form: Form) -> HttpResponse:
        actions.note_step_up(by=staff_of(self.request), at=datetime.now(UTC))
        return super().form_valid(form)


class CodeAgain(codes.ReauthenticateView):
    template_name = "accounts/prove_again.html"
    extra_context = {"title": _("Show that it is you")}

    def form_valid(self, form: Form) -> HttpResponse:
        actions.note_step_up(by=staff_of(self.request), at=datetime.now(UTC))
        return super().form_valid(form)


class ChangePassword(passwords.PasswordChangeView):
    template_name = "accounts/change_password.html"
    extra_context = {"title": _("Choose a new password")}

    def get_default_success_url(self) -> str:
        return STAFF_SITE


class SetUpSecondFactor(totp.ActivateTOTPView):
    template_name = "accounts/set_up_second_factor.html"
    extra_context = {"title": _("Set up your second factor")}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Leave alone a second factor that is there; losing it is an administrator's matter."""
        if gave_second_factor(request):
            return redirect("accounts:own")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        record_authentication(self.request, staff_of(self.request), "mfa", type="totp")
        actions.note_second_factor(by=staff_of(self.request), at=datetime.now(UTC))
        return response


class RecoveryCodes(recovery.ViewRecoveryCodesView):
    template_name = "accounts/recovery_codes.html"
    extra_context = {"title": _("Recovery codes"), "desk": STAFF_SITE}


class NewRecoveryCodes(recovery.GenerateRecoveryCodesView):
    template_name = "accounts/new_recovery_codes.html"
    extra_context = {"title": _("New recovery codes")}

    def form_valid(self, form: Form) -> HttpResponse:
        response = super().form_valid(form)
        actions.note_recovery_codes(by=staff_of(self.request), at=datetime.now(UTC))
        return response


def own_account(request: StaffRequest) -> HttpResponse:
    return render(request, "accounts/own_account.html", {"title": _("My account")})


@login_not_required
@require_POST
def choose_language(request: HttpRequest) -> HttpResponseBase:
    """Keep the language with the account, and for the sign-in page also in this browser."""
    form = LanguageForm(request.POST)
    if form.is_valid() and isinstance(request.user, Staff):
        language = form.cleaned_data["language"]
        actions.choose_language(language, by=request.user, at=datetime.now(UTC))
    return set_language(request)


def staff_list(request: StaffRequest) -> HttpResponse:
    require(request.user, Permission.STAFF_MANAGE)
    everybody = Staff.objects.order_by("-is_active", "display_name")
    context = {"title": _("Staff"), "everybody": everybody}
    return render(request, "accounts/staff_list.html", context)


@never_cache
def staff_page(request: StaffRequest, pk: int) -> HttpResponse:
    require(request.user, Permission.STAFF_MANAGE)
    password = request.session.pop(f"{_ONCE}:{pk}", None)
    staff = _find(pk)
    return _page(request, staff, RoleForm(initial={"role": staff.role}), password=password)


@require_recent_authentication
def staff_add(request: StaffRequest) -> HttpResponse:
    require(request.user, Permission.STAFF_MANAGE)
    form = AddForm(request.POST or None)
    if form.is_valid():
        try:
            newcomer = actions.add(**form.cleaned_data, by=request.user, at=datetime.now(UTC))
        except Refused as reason:
            form.add_error("username", str(reason))
        else:
            return _show_once(request, newcomer)
    return render(request, "accounts/staff_add.html", {"title": _("Open an account"), "form": form})


@require_POST
@require_recent_authentication
def change_role(request: StaffRequest, pk: int) -> HttpResponse:
    require(request.user, Permission.STAFF_MANAGE)
    staff, form = _find(pk), RoleForm(request.POST)
    if form.is_valid():
        try:
            role = form.cleaned_data["role"]
            actions.change_role(staff, role, by=request.user, at=datetime.now(UTC))
        except Refused as reason:
            form.add_error("role", str(reason))
        else:
            return redirect("accounts:page", pk)
    return _page(request, staff, form)


@require_POST
@require_recent_authentication
def deactivate(request: StaffRequest, pk: int) -> HttpResponse:
    require(request.user, Permission.STAFF_MANAGE)
    actions.deactivate(_find(pk), by=request.user, at=datetime.now(UTC))
    return redirect("accounts:page", pk)


@require_POST
@require_recent_authentication
def reactivate(request: StaffRequest, pk: int) -> HttpResponse:
    require(request.user, Permission.STAFF_MANAGE)
    actions.reactivate(_find(pk), by=request.user, at=datetime.now(UTC))
    return redirect("accounts:page", pk)


@require_POST
@require_recent_authentication
def reset_sign_in(request: StaffRequest, pk: int) -> HttpResponse:
    require(request.user, Permission.STAFF_MANAGE)
    newcomer = actions.reset_sign_in(_find(pk), by=request.user, at=datetime.now(UTC))
    return _show_once(request, newcomer)


def _find(pk: int) -> Staff:
    staff = Staff.objects.filter(pk=pk).first()
    if staff is None:
        raise OutOfReach
    return staff


def _page(
    request: StaffRequest, staff: Staff, form: RoleForm, *, password: str | None = None
) -> HttpResponse:
    context = {
        "title": staff.display_name,
        "staff": staff,
        "form": form,
        "password": password,
        "why_not_manage": rules.why_not_manage(own_account=staff.pk == request.user.pk),
    }
    return render(request, "accounts/staff_page.html", context)


def _show_once(request: StaffRequest, newcomer: Newcomer) -> HttpResponse:
    """Show a temporary password on the next page, and never again."""
    request.session[f"{_ONCE}:{newcomer.staff.pk}"] = newcomer.password
    return redirect("accounts:page", newcomer.staff.pk)
