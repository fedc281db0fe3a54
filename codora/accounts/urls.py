"""Under /<language>/account/: allauth's views with our addresses, templates and words, then our own."""

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as connections
from django.http import HttpResponseBase
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView, TemplateView, View

from codora.accounts import views

_WHO = _("Confirm that it is you")
_PASSKEY = _(
    "Your device keeps it and asks for your finger, your face or your PIN. There is no password to forget."
)


def page(view: type[View], template: str = "form", **words: Any) -> Callable[..., HttpResponseBase]:
    """`words` are what the template says: `title`, `lede`, `button`."""
    return view.as_view(template_name=f"accounts/{template}.html", extra_context=words)


entrance = [
    path(
        "sign-in/",
        page(
            account.LoginView,
            "sign_in",
            title=_("Sign in"),
            lede=_("For adults who work with Codora: teachers, organisers, partners, editors."),
            button=_("Sign in"),
        ),
        name="account_login",
    ),
    path(
        "sign-out/",
        page(account.LogoutView, title=_("Sign out?"), button=_("Sign out")),
        name="account_logout",
    ),
    path(
        "sign-up/",
        page(account.SignupView, "sign_up", title=_("Make an account"), button=_("Make my account")),
        name="account_signup",
    ),
    path(
        "sign-up/passkey/",
        page(
            account.SignupByPasskeyView,
            "sign_up",
            title=_("Make an account with a passkey"),
            button=_("Go on"),
        ),
        name="account_signup_by_passkey",
    ),
    path(
        "confirm-address/",
        page(
            account.ConfirmEmailVerificationCodeView,
            "confirm_address",
            title=_("Look into your mails"),
            button=_("Confirm"),
        ),
        name="account_email_verification_sent",
    ),
    path(
        "switched-off/",
        page(
            account.AccountInactiveView,
            title=_("This account is switched off"),
            lede=_("Get in touch with the people who run this site."),
        ),
        name="account_inactive",
    ),
]

password = [
    path(
        "forgotten/",
        page(
            account.PasswordResetView,
            title=_("Forgot your password?"),
            lede=_("We send you a code by mail. With it you choose a new password."),
            button=_("Send me a code"),
        ),
        name="account_reset_password",
    ),
    path(
        "forgotten/code/",
        page(
            account.ConfirmPasswordResetCodeView,
            "confirm_address",
            title=_("Look into your mails"),
            button=_("Go on"),
        ),
        name="account_confirm_password_reset_code",
    ),
    path(
        "forgotten/new/",
        page(account.CompletePasswordResetView, title=_("Choose a new password"), button=_("Save password")),
        name="account_complete_password_reset",
    ),
    path(
        "forgotten/done/",
        RedirectView.as_view(pattern_name="account_login"),
        name="account_password_reset_completed",
    ),
    path(
        "change/",
        page(account.PasswordChangeView, title=_("Change your password"), button=_("Save password")),
        name="account_change_password",
    ),
    path(
        "set/",
        page(account.PasswordSetView, title=_("Set a password"), button=_("Save password")),
        name="account_set_password",
    ),
]

security = [
    path(
        "",
        page(second_factor.IndexView, "security", title=_("Passkeys and second factor")),
        name="mfa_index",
    ),
    path(
        "code/",
        page(second_factor.AuthenticateView, "second_factor", title=_("One more step"), button=_("Sign in")),
        name="mfa_authenticate",
    ),
    path(
        "confirm/",
        page(
            second_factor.ReauthenticateView,
            title=_WHO,
            lede=_("Type a code from your app, or one of your recovery codes."),
            button=_("Confirm"),
        ),
        name="mfa_reauthenticate",
    ),
    path(
        "app/",
        page(totp.ActivateTOTPView, "set_up_app", title=_("Set up an app with codes"), button=_("Confirm")),
        name="mfa_activate_totp",
    ),
    path(
        "app/remove/",
        page(
            totp.DeactivateTOTPView,
            title=_("Remove the app with codes?"),
            lede=_("Its codes do not work any more then."),
            button=_("Remove"),
        ),
        name="mfa_deactivate_totp",
    ),
    path(
        "recovery-codes/",
        page(recovery_codes.ViewRecoveryCodesView, "recovery_codes", title=_("Recovery codes")),
        name="mfa_view_recovery_codes",
    ),
    path(
        "recovery-codes/new/",
        page(
            recovery_codes.GenerateRecoveryCodesView,
            title=_("Make new recovery codes?"),
            lede=_("The old ones do not work any more then."),
            button=_("Make new codes"),
        ),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "recovery-codes/file/",
        recovery_codes.DownloadRecoveryCodesView.as_view(template_name="accounts/recovery_codes.txt"),
        name="mfa_download_recovery_codes",
    ),
    path("passkeys/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path(
        "passkeys/add/",
        page(
            passkeys.AddWebAuthnView,
            "passkey",
            title=_("Add a passkey"),
            lede=_PASSKEY,
            button=_("Add a passkey"),
            ceremony="create",
        ),
        name="mfa_add_webauthn",
    ),
    path(
        "passkeys/confirm/",
        page(
            passkeys.ReauthenticateWebAuthnView,
            "passkey",
            title=_WHO,
            button=_("Use my passkey"),
            ceremony="get",
        ),
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "passkeys/<int:pk>/remove/",
        page(
            passkeys.RemoveWebAuthnView,
            title=_("Remove this passkey?"),
            lede=_("You cannot sign in with it any more then."),
            button=_("Remove"),
        ),
        name="mfa_remove_webauthn",
    ),
    path(
        "passkeys/<int:pk>/name/",
        page(passkeys.EditWebAuthnView, title=_("Rename the passkey"), button=_("Save")),
        name="mfa_edit_webauthn",
    ),
    path("passkeys/sign-in/", passkeys.LoginWebAuthnView.as_view(), name="mfa_login_webauthn"),
    path(
        "passkeys/sign-up/",
        page(
            passkeys.SignupWebAuthnView,
            "passkey",
            title=_("Make your passkey"),
            lede=_PASSKEY,
            button=_("Make my passkey"),
            ceremony="create",
        ),
        name="mfa_signup_webauthn",
    ),
]

connected = [
    path(
        "",
        page(connections.ConnectionsView, "connections", title=_("Logins of others")),
        name="socialaccount_connections",
    ),
    path(
        "sign-up/",
        page(
            connections.SignupView,
            title=_("Almost there"),
            lede=_("Which mail address may we use for your account?"),
            button=_("Make my account"),
        ),
        name="socialaccount_signup",
    ),
    path(
        "cancelled/",
        page(
            connections.LoginCancelledView,
            title=_("You did not sign in"),
            lede=_("You stopped on the other page. Nothing has happened."),
        ),
        name="socialaccount_login_cancelled",
    ),
    path(
        "failed/",
        page(
            connections.LoginErrorView,
            title=_("Signing in did not work"),
            lede=_("The other page did not answer as it should. Try again later, or sign in another way."),
        ),
        name="socialaccount_login_error",
    ),
    path("<slug:provider_id>/", views.go_to_provider, name="openid_connect_login"),
]

own = (
    [
        path("", views.show_account, name="overview"),
        path("sign-ins/<int:pk>/end/", views.end_sign_in, name="end_sign_in"),
        path("sign-ins/end-others/", views.end_other_sign_ins, name="end_other_sign_ins"),
        path("data/", views.export, name="export"),
        path("erase/", views.erase, name="erase"),
        path(
            "erased/",
            page(
                TemplateView,
                title=_("Your account is erased"),
                lede=_("Thank you for having been here. You may make a new one at any time."),
            ),
            name="erased",
        ),
    ],
    "accounts",
)

urlpatterns = [
    path("", include(own)),
    path("", include(entrance)),
    path("password/", include(password)),
    path(
        "address/",
        page(
            account.EmailView,
            title=_("Change your mail address"),
            lede=_("We send a code to the new address. Until you type it, the old one stays."),
            button=_("Send me a code"),
            action="action_add",
        ),
        name="account_email",
    ),
    path(
        "confirm/",
        page(account.ReauthenticateView, title=_WHO, lede=_("Type your password."), button=_("Confirm")),
        name="account_reauthenticate",
    ),
    path("security/", include(security)),
    path("connected/", include(connected)),
]
