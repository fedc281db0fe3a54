"""What holds for everybody who is signed in."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode

from codora.accounts.actions import note_use
from codora.accounts.models import User
from codora.accounts.queries import has_second_factor, sign_ins_of
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
        elif request.path.startswith(CMS_PREFIX) and not has_second_factor(request.user):
            return _ask_for_second_factor(request.user)
        return self.get_response(request)


def _is_current(request: HttpRequest, user: User) -> bool:
    sign_in = sign_ins_of(user).filter(pk=request.session.get(SIGN_IN, 0)).first()
    if sign_in:
        note_use(sign_in=sign_in)
    return sign_in is not None


def _ask_for_second_factor(user: User) -> HttpResponse:
    with translation.override(active_language_for(user.language)):
        return HttpResponseRedirect(f"{reverse('mfa_index')}?{urlencode({'for': 'staff'})}")
