"""What signing in and out does to the list of sign-ins."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest

from codora.accounts.actions import end_sign_ins, record_sign_in
from codora.accounts.models import SignIn, User
from codora.core.languages import reader_language

SIGN_IN = "sign_in"
"""In the session: the key of its sign-in."""


@receiver(user_logged_in)
def begin(request: HttpRequest, user: User, **kwargs: Any) -> None:
    request.session[SIGN_IN] = record_sign_in(user=user, language=reader_language()).pk


@receiver(user_logged_out)
def end(request: HttpRequest, **kwargs: Any) -> None:
    SignIn.objects.filter(pk=request.session.get(SIGN_IN, 0)).delete()


@receiver([password_changed, password_set, password_reset])
def end_others(request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Whoever knew the old password is out."""
    end_sign_ins(user=user, but=request.session.get(SIGN_IN, 0))
