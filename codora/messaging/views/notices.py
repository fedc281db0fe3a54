"""Reporting what others wrote, and appealing against what was decided."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from codora.core.languages import in_reader_language, shown_language
from codora.core.limits import RateLimit, network_of_visitor
from codora.core.metadata import interface_page
from codora.core.origin import require_same_origin
from codora.core.page_cache.policy import keep
from codora.core.proof import proof_in
from codora.messaging.forms.notices import AppealForm, NoticeForm
from codora.messaging.notice_links import appealed
from codora.messaging.notices import TooMany, appeal, give_notice
from codora.messaging.queries import notice_figures
from codora.messaging.reportables import Thing, find_thing

PURPOSE = "notices"
notice_limit = RateLimit(per_second=1 / 120, burst=10)
unverified_limit = RateLimit(per_second=1 / 3600, burst=3)
FIGURES_S = 600
"""Figures may be ten minutes old."""


@require_safe
def explain(request: HttpRequest) -> HttpResponse:
    """`/report/`: how to report, what happens then, and `figures`."""
    keep(request, seconds=FIGURES_S)
    metadata = interface_page(
        title=_("Report what should not be here"),
        description=_("How it works, what we do then, and how often it happens."),
        path=request.path,
    )
    return render(request, "messaging/notices.html", {"figures": notice_figures(), "metadata": metadata})


@never_cache
@require_same_origin
def report(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """`/report/<kind>/<key>/`: `form`, and the `thing` that it is about."""
    thing = find_thing(kind, key)
    if thing is None or not thing.is_public:
        raise Http404
    form = NoticeForm(request.POST or None)
    if request.method != "POST":
        return _form_page(request, form, thing)
    if not form.is_valid():
        return _form_page(request, form, thing, status=422)
    proof = proof_in(request.POST.get("altcha", ""), PURPOSE)
    try:
        if not (notice_limit if proof else unverified_limit).take(network_of_visitor(request)):
            raise TooMany
        give_notice(kind=kind, key=key, thing=thing, language=shown_language(), proof=proof, **form.words)
    except TooMany:
        form.add_error(
            None, _("Many reports came from your network. Try again later: what you wrote is still here.")
        )
        return _form_page(request, form, thing, status=429)
    return redirect("notices_public:thanks")


def _form_page(request: HttpRequest, form: NoticeForm, thing: Thing, status: int = 200) -> HttpResponse:
    context = {"form": form, "thing": thing, "address": in_reader_language(thing.path)}
    return render(request, "messaging/notice.html", context, status=status)


@require_safe
def show_thanks(request: HttpRequest) -> HttpResponse:
    """`/report/thanks/`"""
    return render(request, "messaging/notice_thanks.html")


@never_cache
@require_same_origin
def show_appeal(request: HttpRequest, token: str) -> HttpResponse:
    """`/report/appeal/<token>/`: the `decision`, and a `form` while this side `may_appeal`."""
    found = appealed(token)
    if found is None:
        raise Http404
    decision, side = found
    form = AppealForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        appeal(decision=decision, side=side, words=form.cleaned_data["words"])
        return redirect("notices_public:appeal", token)
    context = {"decision": decision, "form": form, "may_appeal": decision.may_be_appealed_by(side)}
    return render(request, "messaging/appeal.html", context, status=422 if form.errors else 200)
