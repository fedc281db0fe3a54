"""Input about people."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkeys
from allauth.socialaccount import forms as connections
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from codora.accounts.models import RoleGrant, User
from codora.accounts.roles import SCOPE_KINDS, Role, ScopeKind
from codora.accounts.wording import FIELDS
from codora.places.queries import country_choices


class RoleGrantForm(WagtailAdminModelForm):
    """A person by address, a role, and what the role is for."""

    email = forms.EmailField(
        label=_("E-mail address"), help_text=_("Of an account on this site."), widget=forms.EmailInput
    )
    language = forms.ChoiceField(label=_("Language"), required=False, help_text=_("For a translator."))
    country = forms.ChoiceField(label=_("Country"), required=False, help_text=_("For an ambassador."))

    class Meta:
        model = RoleGrant
        fields = ("role",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [("", "–"), *settings.WAGTAIL_CONTENT_LANGUAGES]
        self.fields["country"].choices = [("", "–"), *country_choices(get_language() or "en")]

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if not User.objects.filter(email__iexact=email, is_active=True).exists():
            raise ValidationError(_("No account has this address. The person must sign up first."))
        return email

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        kind = SCOPE_KINDS[Role(cleaned["role"])] if "role" in cleaned else ScopeKind.SITE
        if kind is not ScopeKind.SITE and not cleaned.get(kind.value):
            self.add_error(kind.value, _("Choose what this role is for."))
        cleaned["scope"] = cleaned.get(kind.value, "") if kind is not ScopeKind.SITE else ""
        return cleaned

    @property
    def person(self) -> User:
        return User.objects.get(email__iexact=self.cleaned_data["email"])


class OurWords(forms.Form):
    """Labels, hints and errors of allauth's forms in our words; a password is typed once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        for name, field in self.fields.items():
            if name in FIELDS:
                field.label, field.help_text = FIELDS[name]
            field.widget.attrs.pop("placeholder", None)
            field.error_messages |= {
                "required": _("Fill this in."),
                "invalid": _("This is no mail address. It looks like name@example.org."),
            }


class SignInForm(OurWords, account.LoginForm):
    pass


class SignUpForm(OurWords, account.SignupForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "password1" in self.fields:
            self.fields["password1"].label = _("Password")


class ChangeEmailForm(OurWords, account.AddEmailForm):
    pass


class ConfirmEmailForm(OurWords, account.ConfirmEmailVerificationCodeForm):
    pass


class ForgottenPasswordForm(OurWords, account.ResetPasswordForm):
    pass


class ConfirmForgottenPasswordForm(OurWords, account.ConfirmPasswordResetCodeForm):
    pass


class NewPasswordForm(OurWords, account.ResetPasswordKeyForm):
    pass


class ChangePasswordForm(OurWords, account.ChangePasswordForm):
    pass


class SetPasswordForm(OurWords, account.SetPasswordForm):
    pass


class ConfirmWithPasswordForm(OurWords, account.ReauthenticateForm):
    pass


class SecondFactorForm(OurWords, second_factor.AuthenticateForm):
    pass


class ConfirmWithCodeForm(OurWords, second_factor.ReauthenticateForm):
    pass


class SetUpAppForm(OurWords, totp.ActivateTOTPForm):
    pass


class AddPasskeyForm(OurWords, passkeys.AddWebAuthnForm):
    """Each passkey may be used instead of a password: the browser is asked for one that can."""

    passwordless = None


class SignUpPasskeyForm(OurWords, passkeys.SignupWebAuthnForm):
    pass


class RenamePasskeyForm(OurWords, passkeys.EditWebAuthnForm):
    pass


class SignUpConnectedForm(OurWords, connections.SignupForm):
    pass
