"""The account of whoever is signed in, and signing in by OpenID Connect. All else is allauth's (urls.py)."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.socialaccount.providers.openid_connect import views as openid
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from codora.accounts.actions import end_sign_ins, erase_account
from codora.accounts.queries import export_of, second_factors_of, sign_ins_of
from codora.accounts.signals import SIGN_IN
from codora.core.languages import ENGLISH, active_language_for, reader_language

LANGUAGE = "reader_language"
"""In the session: the language in which somebody went to sign in elsewhere."""


@never_cache
@login_required
def show_account(request: HttpRequest) -> HttpResponse:
    user: Any = request.user
    context = {
        "title": _("Your account"),
        "sign_ins": sign_ins_of(user),
        "this_sign_in": request.session[SIGN_IN],
        "roles": user.role_grants.all(),
        "may_edit": user.has_perm("wagtailadmin.access_admin"),
        "has_second_factor": second_factors_of(user).exists(),
    }
    return render(request, "accounts/overview.html", context)


@require_POST
@login_required
def end_sign_in(request: HttpRequest, pk: int) -> HttpResponse:
    get_object_or_404(sign_ins_of(_person(request)), pk=pk).delete()
    messages.success(request, _("That device is signed out."))
    return HttpResponseRedirect(reverse("accounts:overview"))


@require_POST
@login_required
def end_other_sign_ins(request: HttpRequest) -> HttpResponse:
    end_sign_ins(user=_person(request), but=request.session[SIGN_IN])
    messages.success(request, _("You are signed out everywhere else."))
    return HttpResponseRedirect(reverse("accounts:overview"))


@never_cache
@login_required
@reauthentication_required()
def export(request: HttpRequest) -> HttpResponse:
    headers = {"Content-Disposition": 'attachment; filename="codora-account.json"'}
    options = {"indent": 2, "ensure_ascii": False}
    return JsonResponse(export_of(_person(request)), headers=headers, json_dumps_params=options)


@never_cache
@login_required
@reauthentication_required()
def erase(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        try:
            erase_account(user=_person(request), language=reader_language())
        except ValidationError as error:
            messages.error(request, error.message)
            return HttpResponseRedirect(reverse("accounts:overview"))
        logout(request)
        return HttpResponseRedirect(reverse("accounts:erased"))
    context = {
        "title": _("Erase your account?"),
        "lede": _(
            "Your account, your roles and your sign-ins are gone at once and for good. Pages that you wrote "
            "stay, without your name. You may want to download your data first."
        ),
        "button": _("Erase my account"),
        "back_url": reverse("accounts:overview"),
    }
    return render(request, "accounts/form.html", context)


@require_POST
def go_to_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the sign-in page of somebody whom we trust, such as EU Login."""
    request.session[LANGUAGE] = reader_language()
    response: HttpResponse = openid.login(request, provider_id)
    return response


def come_from_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Its address is known to the provider, so it has no language: that of the person is in the session."""
    with translation.override(active_language_for(request.session.get(LANGUAGE, ENGLISH))):
        response: HttpResponse = openid.callback(request, provider_id)
        if not getattr(response, "is_rendered", True):
            response.render()  # type: ignore[attr-defined]
    return response


def _person(request: HttpRequest) -> Any:
    return request.user
