"""Hosting an hour, and campaigns for people's own calendars."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from codora.campaigns.addresses import campaign_url
from codora.campaigns.calendars import dates_calendar, hour_calendar
from codora.campaigns.forms import HostForm
from codora.campaigns.hosting import confirm_host, register_host, withdraw_host
from codora.campaigns.models import HostedHour
from codora.campaigns.queries import CampaignCard, public_board
from codora.campaigns.shortcuts import card_or_404
from codora.campaigns.tokens import hour_of, token_of
from codora.campaigns.wording import local_time, text_in
from codora.core.languages import reader_language, shown_language
from codora.core.limits import RateLimit, network_of_visitor
from codora.core.metadata import interface_page
from codora.core.origin import require_same_origin
from codora.core.page_cache.policy import keep

host_limit = RateLimit(per_second=1 / 60, burst=30)
"""All schools of a town may share a network."""
CALENDAR = "text/calendar; charset=utf-8"


@require_same_origin
def host_hour(request: HttpRequest, slug: str) -> HttpResponse:
    """`/campaigns/<slug>/host/`: `form` of `card`'s edition. What is noted must be confirmed by mail."""
    board = public_board(timezone.now())
    keep(request, until=board.right_until)
    card = card_or_404(board, slug)
    shown = card.shown
    if shown is None or not shown.is_open:
        lede = _("Nobody can sign up for this campaign right now. The hour itself is open all year round.")
        return _said(request, slug, _("Sign-up is closed"), lede)
    if request.method != "POST":
        return _form_page(request, card, HostForm(shown))
    form = HostForm(shown, request.POST)
    if not host_limit.take(network_of_visitor(request)):
        form.add_error(None, _("Many people sign up from your network right now. Try again in some minutes."))
        return _form_page(request, card, form, status=429)
    if not form.is_valid():
        return _form_page(request, card, form, status=422)
    data = {name: value for name, value in form.cleaned_data.items() if name not in ("date", "time")}
    register_host(edition=shown.edition, **data)
    return redirect("campaigns:hour_noted", slug)


@require_safe
def show_noted(request: HttpRequest, slug: str) -> HttpResponse:
    """`/campaigns/<slug>/host/noted/`: one step is left, in the mail."""
    lede = _("We have written to you. Open the link in the mail and confirm your hour: then it counts.")
    return _said(request, slug, _("One step is left"), lede)


@never_cache
@require_same_origin
def show_hour(request: HttpRequest, token: str) -> HttpResponse:
    """`/campaigns/hours/<token>/`: an `hour` for its host; a POST with `do` confirms or withdraws it."""
    hour = _hour(token)
    if request.method == "POST" and request.POST.get("do") == "confirm":
        confirm_host(hour=hour)
        return redirect("campaigns:hour_show", token)
    if request.method == "POST" and request.POST.get("do") == "withdraw":
        campaign = hour.edition.campaign.slug
        withdraw_host(hour=hour)
        return redirect("campaigns:hour_withdrawn", campaign)
    context = {
        "hour": hour,
        "text": text_in(hour.edition.campaign, reader_language()),
        "when": local_time(hour, shown_language()),
        "token": token_of(hour),
        "campaign_url": campaign_url(hour.edition.campaign.slug),
    }
    return render(request, "campaigns/hour.html", context)


@require_safe
def show_withdrawn(request: HttpRequest, slug: str) -> HttpResponse:
    """`/campaigns/<slug>/host/withdrawn/`"""
    lede = _("We have deleted all that you told us about it.")
    return _said(request, slug, _("Your hour is withdrawn"), lede)


@never_cache
@require_safe
def download_hour(request: HttpRequest, token: str) -> HttpResponse:
    """`/campaigns/hours/<token>/hour.ics`"""
    return _calendar(hour_calendar(_hour(token)), "hour.ics")


@require_safe
def download_dates(request: HttpRequest, slug: str = "") -> HttpResponse:
    """`/campaigns/dates.ics` and `/campaigns/<slug>/dates.ics`: may be subscribed to."""
    board = public_board(timezone.now())
    keep(request, until=board.right_until)
    cards = [card_or_404(board, slug)] if slug else board.cards
    return _calendar(dates_calendar(cards), "dates.ics")


def _calendar(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(content, content_type=CALENDAR, headers=headers)


def _hour(token: str) -> HostedHour:
    hour = hour_of(token)
    if hour is None:
        raise Http404
    return hour


def _form_page(request: HttpRequest, card: CampaignCard, form: HostForm, status: int = 200) -> HttpResponse:
    metadata = interface_page(
        title=_("Host an hour"),
        description=_("A lesson, a club evening, a lunch break: tell us when and where."),
        path=request.path,
    )
    context = {"card": card, "form": form, "metadata": metadata}
    return render(request, "campaigns/host.html", context, status=status)


def _said(request: HttpRequest, slug: str, title: str, lede: str) -> HttpResponse:
    card = card_or_404(public_board(timezone.now()), slug)
    return render(request, "campaigns/said.html", {"card": card, "title": title, "lede": lede})
