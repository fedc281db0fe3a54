"""The public pages of campaigns: they show figures and news beside what `codora.campaigns` knows."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from codora.campaigns.models import Campaign
from codora.campaigns.pledges.queries import counted_pledges
from codora.campaigns.queries import Board, CampaignCard, all_campaigns, public_board, stock_of
from codora.core.languages import ENGLISH, reader_language
from codora.core.metadata import PageMetadata, interface_page
from codora.core.page_cache.policy import keep
from codora.curriculum.queries import featured_activity
from codora.insights.pledges import progress_of_pledges
from codora.insights.queries import FIGURES_S, hosting, progress_of
from codora.pages.models import NewsPage
from codora.pages.structured_data import campaign_data

NEWS = 3
PLEDGES = 6


def list_campaigns(request: HttpRequest) -> HttpResponse:
    """`/campaigns/`: `cards`, what goes on now first."""
    board = public_board(timezone.now())
    keep(request, until=board.right_until)
    context = {
        "cards": board.cards,
        "metadata": interface_page(
            title=_("Campaigns"),
            description=_("Days on which people all over Europe code together, and how to take part."),
            path=request.path,
        ),
    }
    return render(request, "pages/campaigns/list.html", context)


def show_campaign(request: HttpRequest, slug: str) -> HttpResponse:
    """`/campaigns/<slug>/`: `card`; of its edition `hosted` and `progress`; `pledges`, `news`; `activity`.

    What is not published is shown to those who may change it.
    """
    board = public_board(timezone.now())
    keep(request, seconds=FIGURES_S, until=board.right_until)
    card = board.card(slug) or _hidden_card(request, slug)
    context = {
        "card": card,
        "pledges": progress_of_pledges(counted_pledges(campaign=slug)[:PLEDGES]),
        "news": _news_of(card.campaign),
        "activity": featured_activity(),
        "metadata": _metadata(card, request.path),
    }
    if card.shown:
        hosted = hosting(card.shown.edition)
        context |= {"hosted": hosted, "progress": progress_of(card.shown.edition, hosted)}
    return render(request, "pages/campaigns/campaign.html", context)


def _hidden_card(request: HttpRequest, slug: str) -> CampaignCard:
    if not request.user.has_perm("campaigns.change_campaign"):
        raise Http404
    stock = stock_of([get_object_or_404(all_campaigns(), slug=slug)])
    return Board(stock, timezone.now()).cards[0]


def _metadata(card: CampaignCard, path: str) -> PageMetadata:
    return PageMetadata(
        title=card.text.name,
        description=card.text.lead,
        path=path,
        languages=card.languages,
        review=card.text.review,
        data=campaign_data(card, card.shown) if card.shown else None,
    )


def _news_of(campaign: Campaign) -> Iterable[NewsPage]:
    """The newest, in the reader's language, or in English where there is none."""
    news = NewsPage.objects.live().public().filter(campaign=campaign, alias_of=None).order_by("-date", "-pk")
    for language in (reader_language(), ENGLISH):
        if found := list(news.filter(locale__language_code=language)[:NEWS]):
            return found
    return []
