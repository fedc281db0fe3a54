"""What allauth says, in our words and in every language of the site."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

ERRORS = {
    "account_inactive": _("This account is switched off. Get in touch with the people who run this site."),
    "email_password_mismatch": _("The address or the password is not right."),
    "email_taken": _("An account has this address already."),
    "enter_current_password": _("This is not your current password."),
    "incorrect_code": _("This code is not right. Look at it again, or ask for a new one."),
    "incorrect_password": _("This password is not right."),
    "invalid_login": _("The address or the password is not right."),
    "same_as_current": _("This is the address that you have already."),
    "too_many_login_attempts": _("There were too many wrong tries. Wait a few minutes, then try again."),
    "rate_limited": _("There were too many tries. Wait a few minutes, then try again."),
}
MFA_ERRORS = {
    "incorrect_code": ERRORS["incorrect_code"],
    "unverified_email": _("Confirm your mail address first."),
    "cannot_generate_recovery_codes": _("Recovery codes need a passkey or an app with codes first."),
}
CONNECTION_ERRORS = {
    "email_taken": _("An account has this address already. Sign in to it first, then connect %s there."),
    "disconnect_last": _("This is the only way to sign in that you have. Set a password first."),
    "no_password": _("Set a password first: else you could not sign in any more."),
    "connected_other": _("This login belongs to another account already."),
}

WAYS = {
    "mfa_reauthenticate:webauthn": _("Use my passkey"),
    "reauthenticate": _("Use my password"),
    "mfa_reauthenticate": _("Use a code from my app, or a recovery code"),
}
"""To confirm who one is, the easiest first."""

MESSAGES = {
    "account/messages/email_confirmed.txt": _("Your mail address is confirmed."),
    "account/messages/logged_out.txt": _("You are signed out."),
    "account/messages/password_changed.txt": _(
        "Your password is changed. You are signed out everywhere else."
    ),
    "account/messages/password_set.txt": _("Your password is set. You are signed out everywhere else."),
    "mfa/messages/totp_activated.txt": _("The app is set up."),
    "mfa/messages/totp_deactivated.txt": _("The app is removed."),
    "mfa/messages/recovery_codes_generated.txt": _(
        "You have new recovery codes. The old ones do not work any more."
    ),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "socialaccount/messages/account_connected.txt": _("The login is connected."),
    "socialaccount/messages/account_disconnected.txt": _("The login is not connected any more."),
}
"""Shown on the next page; what is not here is not said."""

NOTICES = {
    "account/email/password_reset": _("The password of your account was changed."),
    "account/email/password_changed": _("The password of your account was changed."),
    "account/email/password_set": _("A password was set for your account."),
    "account/email/email_changed": _("The mail address of your account was changed."),
    "mfa/email/totp_activated": _("An app with codes was added to your account."),
    "mfa/email/totp_deactivated": _("The app with codes was removed from your account."),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made for your account."),
    "mfa/email/webauthn_added": _("A passkey was added to your account."),
    "mfa/email/webauthn_removed": _("A passkey was removed from your account."),
    "socialaccount/email/account_connected": _("Another login was connected to your account."),
    "socialaccount/email/account_disconnected": _("A login was disconnected from your account."),
}
"""Mailed, so that an owner learns what somebody else did."""

MAILS = {
    "account/email/email_confirmation_signup": "accounts/mail/confirm.txt",
    "account/email/email_confirmation": "accounts/mail/confirm_change.txt",
    "account/email/account_already_exists": "accounts/mail/exists.txt",
    "account/email/unknown_account": "accounts/mail/unknown.txt",
    "account/email/password_reset_code": "accounts/mail/reset.txt",
}

_PASSWORD_HINT = _("At least 10 characters. A few words in a row are easy to keep in mind.")

FIELDS: dict[str, tuple[Any, Any]] = {
    "login": (_("E-mail address"), ""),
    "email": (_("E-mail address"), ""),
    "password": (_("Password"), ""),
    "password1": (_("New password"), _PASSWORD_HINT),
    "oldpassword": (_("Your password now"), ""),
    "remember": (_("Stay signed in on this device"), _("Not on a device that others use.")),
    # Translators: a short code that came by mail or from an app
    "code": (pgettext_lazy("to type", "Code"), ""),
    # Translators: what somebody calls a passkey of theirs
    "name": (_("Name of the passkey"), _("Such as the name of the device that it is on.")),
}
"""Label and hint of each field that a person fills in."""
