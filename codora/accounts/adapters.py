"""Where allauth meets Codora: mails go to the outbox, words are ours, addresses and agents are not kept."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from codora.accounts.models import User
from codora.accounts.wording import CONNECTION_ERRORS, ERRORS, MAILS, MESSAGES, MFA_ERRORS, NOTICES, WAYS
from codora.core.languages import reader_language
from codora.messaging.actions import queue_mail


class AccountAdapter(DefaultAccountAdapter):
    error_messages: ClassVar = DefaultAccountAdapter.error_messages | ERRORS

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        links = {"sign_in_url": _address("account_login")}
        template = MAILS[template_prefix]
        queue_mail(to=email, language=reader_language(), template=template, context=context | links)

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: Any = None, email: str | None = None
    ) -> None:
        address = email or EmailAddress.objects.get_primary_email(user) or user.email
        if address and template_prefix in NOTICES:
            words = {"what": NOTICES[template_prefix], "reset_url": _address("account_reset_password")}
            template = "accounts/mail/notice.txt"
            queue_mail(to=address, language=reader_language(), template=template, context=words)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: Any = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        if said := message or MESSAGES.get(message_template or ""):
            messages.add_message(request, level, str(said), extra_tags=extra_tags)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        possible = {method["id"]: method for method in super().get_reauthentication_methods(user)}
        return [possible[way] | {"description": words} for way, words in WAYS.items() if way in possible]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:overview")

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:overview")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:overview")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_login")


class MFAAdapter(DefaultMFAAdapter):
    error_messages: ClassVar = DefaultMFAAdapter.error_messages | MFA_ERRORS

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        return _("My passkey")

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": "Codora"}


class SocialAdapter(DefaultSocialAccountAdapter):
    """Logins of others (OpenID Connect) prove who somebody is: their claims are not kept."""

    error_messages: ClassVar = DefaultSocialAccountAdapter.error_messages | CONNECTION_ERRORS

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        sociallogin.account.extra_data = {}

    def on_authentication_error(self, request: HttpRequest, provider: Any, **kwargs: Any) -> None:
        raise ImmediateHttpResponse(HttpResponseRedirect(reverse("socialaccount_login_error")))

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        user: User = sociallogin.user
        user.email = data.get("email") or ""
        return user


def _address(name: str) -> str:
    return f"{settings.BASE_URL}{reverse(name)}"
