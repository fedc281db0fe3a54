"""Mentors and those who ask for one. None of them needs an account: their links are in our mails."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from codora.core.languages import native_name, shown_language
from codora.core.limits import RateLimit, network_of_visitor
from codora.core.metadata import interface_page
from codora.core.origin import require_same_origin
from codora.core.page_cache.policy import keep
from codora.core.proof import proof_in
from codora.partners.actions import mentoring as actions
from codora.partners.actions.inquiries import TooMany
from codora.partners.forms.mentoring import AdultForm, OfferChangeForm, OfferForm, RequestForm
from codora.partners.mentor_links import thing_of, token_of
from codora.partners.models import Introduction, MentorOffer, MentorRequest
from codora.partners.queries.mentoring import mentor_figures
from codora.partners.views.joining import too_many

PURPOSE = "mentors"
FIGURES_S = 600
"""So old the figures may be: offers and requests come by themselves, and make no page old."""
form_limit = RateLimit(per_second=1 / 120, burst=10)
unverified_limit = RateLimit(per_second=1 / 3600, burst=2)


@require_safe
def show_mentors(request: HttpRequest) -> HttpResponse:
    """`/partners/mentors/`: both ways in, the rules, and `figures`."""
    keep(request, seconds=FIGURES_S)
    metadata = interface_page(
        title=_("Mentors for schools and clubs"),
        description=_("People who know how software is made visit a class, or help online."),
        path=request.path,
    )
    context = {"figures": mentor_figures(), "metadata": metadata}
    return render(request, "partners/mentors/overview.html", context)


@require_same_origin
def offer_help(request: HttpRequest) -> HttpResponse:
    """`/partners/mentors/offer/`"""
    metadata = interface_page(
        title=_("Be a mentor"),
        description=_("An hour of your time shows children what they can become."),
        path=request.path,
    )
    return _take(request, OfferForm, actions.register_offer, {"metadata": metadata, "is_offer": True})


@require_same_origin
def ask_for_help(request: HttpRequest) -> HttpResponse:
    """`/partners/mentors/ask/`"""
    metadata = interface_page(
        title=_("Ask for a mentor"),
        description=_("Tell us what you plan; we ask people near you who speak your language."),
        path=request.path,
    )
    return _take(request, RequestForm, actions.register_request, {"metadata": metadata, "is_offer": False})


def _take(
    request: HttpRequest, kind: type[AdultForm], register: Callable[..., None], context: dict[str, Any]
) -> HttpResponse:
    """The form; what is sent is kept and confirmed by mail."""
    form = kind(request.POST or None)
    if request.method != "POST":
        return _form_page(request, form, context)
    if not form.is_valid():
        return _form_page(request, form, context, status=422)
    proof = proof_in(request.POST.get("altcha", ""), PURPOSE)
    try:
        if not (form_limit if proof else unverified_limit).take(network_of_visitor(request)):
            raise TooMany
        register(proof=proof, language=shown_language(), **form.values)
    except TooMany:
        form.add_error(None, too_many(bool(proof)))
        return _form_page(request, form, context, status=429)
    return redirect("partners:mentor_noted")


def _form_page(
    request: HttpRequest, form: AdultForm, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    return render(request, "partners/mentors/form.html", {**context, "form": form}, status=status)


@require_safe
def show_noted(request: HttpRequest) -> HttpResponse:
    """`/partners/mentors/noted/`: one step is left, in the mail."""
    return render(request, "partners/mentors/noted.html")


@never_cache
@require_same_origin
def show_offer(request: HttpRequest, token: str) -> HttpResponse:
    """`/partners/mentors/offers/<token>/`: an `offer` for its mentor: confirm, change, pause, stop (`do`)."""
    offer = _found(MentorOffer, token)
    form = OfferChangeForm(offer)
    match request.POST.get("do"):
        case "confirm":
            actions.confirm_offer(offer=offer)
        case "pause":
            actions.pause_offer(offer=offer)
        case "stop":
            actions.remove_offer(offer=offer)
            return render(request, "partners/mentors/gone.html")
        case "change":
            form = OfferChangeForm(offer, request.POST)
            if form.is_valid():
                actions.change_offer(offer=offer, **form.values)
        case _:
            return _own_page(request, "offer", {"offer": offer, "form": form})
    if form.errors:
        return _own_page(request, "offer", {"offer": offer, "form": form}, status=422)
    return redirect("partners:mentor_offer_show", token)


@never_cache
@require_same_origin
def show_request(request: HttpRequest, token: str) -> HttpResponse:
    """`/partners/mentors/requests/<token>/`: a `wish` for who asked: confirm or withdraw (`do`)."""
    wish = _found(MentorRequest, token)
    match request.POST.get("do"):
        case "confirm":
            actions.confirm_request(request=wish)
        case "withdraw":
            actions.withdraw_request(request=wish)
        case _:
            return _own_page(request, "request", {"wish": wish})
    return redirect("partners:mentor_request_show", token)


@never_cache
@require_same_origin
def show_introduction(request: HttpRequest, token: str) -> HttpResponse:
    """`/partners/mentors/asked/<token>/`: a `wish` for the mentor who is asked: yes or no (`do`)."""
    introduction = _found(Introduction, token)
    if (said := request.POST.get("do")) in ("yes", "no"):
        actions.answer_introduction(introduction=introduction, accepts=said == "yes")
        return redirect("partners:introduction_show", token)
    wish = introduction.request
    context = {
        "introduction": introduction,
        "wish": wish,
        "languages": [native_name(code) for code in wish.languages],
        "offer_token": token_of(introduction.offer),
    }
    return _own_page(request, "introduction", context)


def _own_page(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(request, f"partners/mentors/{name}.html", context, status=status)


def _found(kind: Any, token: str) -> Any:
    thing = thing_of(kind, token)
    if thing is None:
        raise Http404
    return thing
