"""What holds for everybody who is signed in."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode

from codora.accounts.actions import note_use
from codora.accounts.models import SignIn, User
from codora.accounts.queries import second_factors_of, sign_ins_of
from codora.accounts.signals import SIGN_IN
from codora.core.languages import active_language_for
from codora.core.middleware import CMS_PREFIX


class SignInMiddleware:
    """A session without its sign-in is over; those who enter the editors' part have a second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not isinstance(request.user, User):
            return self.get_response(request)
        if not _is_current(request, request.user):
            logout(request)
        elif request.path.startswith(CMS_PREFIX) and not _has_proved_second_factor(request, request.user):
            return _ask_for_second_factor(request)
        return self.get_response(request)


def _is_current(request: HttpRequest, user: User) -> bool:
    sign_in = sign_ins_of(user).filter(pk=request.session.get(SIGN_IN, 0)).first()
    if sign_in:
        note_use(sign_in=sign_in)
    return sign_in is not None


def _has_proved_second_factor(request: HttpRequest, user: User) -> bool:
    """Used one in this session, or set one up in it."""
    used = any(each["method"] == "mfa" for each in get_authentication_records(request, user))
    return used or second_factors_of(user).filter(created_at__gte=_begin_of(request)).exists()


def _begin_of(request: HttpRequest) -> datetime:
    return SignIn.objects.values_list("created_at", flat=True).get(pk=request.session[SIGN_IN])


def _ask_for_second_factor(request: HttpRequest) -> HttpResponse:
    user = cast(User, request.user)
    with translation.override(active_language_for(user.language)):
        if not second_factors_of(user).exists():
            return HttpResponseRedirect(f"{reverse('mfa_index')}?for=staff")
        ways = get_adapter().get_reauthentication_methods(user)
        way = next(each["url"] for each in ways if each["id"].startswith("mfa_"))
        return HttpResponseRedirect(f"{way}?{urlencode({'next': request.get_full_path()})}")
