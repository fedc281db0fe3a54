"""Cards for the websites of others: a campaign's countdown, the count of hours; and where to get them."""

from collections.abc import Callable

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from codora.campaigns.queries import Board, public_board
from codora.core.languages import active_language_for
from codora.core.metadata import interface_page
from codora.core.page_cache.policy import keep
from codora.insights.queries import FIGURES_S, participation
from codora.pages.forms import COUNTER, EmbedForm

THEMES = ("light", "dark")
WIDTH, HEIGHT = 440, 200
"""Pixels; the words of the longest language fit in."""
IN_ANY_FRAME = csp_replace(
    {
        "frame-ancestors": ["*"],
        "script-src": ["'none'"],
        "connect-src": ["'none'"],
        "form-action": ["'none'"],
        "media-src": ["'none'"],
        "manifest-src": ["'none'"],
    }
)


def embeddable(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Any website may show it in a frame; so nothing may be done in it."""
    opened: Callable[..., HttpResponseBase] = IN_ANY_FRAME(view)
    return require_safe(xframe_options_exempt(opened))


@embeddable
def show_countdown(request: HttpRequest, slug: str) -> HttpResponse:
    """`/embed/countdown/<slug>/`: `card`; `theme` as `?theme=` says."""
    board = public_board(timezone.now())
    keep(request, until=board.right_until)
    card = board.card(slug)
    if card is None or card.shown is None:
        raise Http404
    return render(request, "pages/embeds/countdown.html", {"card": card, **_looks(request)})


@embeddable
def show_counter(request: HttpRequest) -> HttpResponse:
    """`/embed/counter/`: `hours` finished."""
    keep(request, seconds=FIGURES_S)
    context = {"hours": participation().hours, **_looks(request)}
    return render(request, "pages/embeds/counter.html", context)


@require_safe
@csp_replace({"frame-src": ["'self'"]})
def build_embed(request: HttpRequest) -> HttpResponse:
    """`/embed/`: `form`, and the `snippet` for what it describes, whose `src` and `title` make a preview."""
    moment = timezone.now()
    board = public_board(moment)
    keep(request, until=board.right_until)
    form = EmbedForm(request.GET, campaigns=_campaigns(board))
    chosen = form.chosen()
    with override(active_language_for(chosen["language"])):
        path, title = _frame(chosen["show"], public_board(moment))
    src = f"{path}?theme={chosen['theme']}" if chosen["theme"] else path
    context = {
        "form": form,
        "src": src,
        "title": title,
        "width": WIDTH,
        "height": HEIGHT,
        "snippet": _snippet(src, title),
        "metadata": interface_page(
            title=_("On your own website"),
            description=_("A countdown, or the count of hours, for the page of your school, club or town."),
            path=request.path,
        ),
    }
    return render(request, "pages/embeds/build.html", context)


def _campaigns(board: Board) -> list[tuple[str, str]]:
    """Slug and name of those that have days."""
    return [(card.campaign.slug, card.text.name) for card in board.cards if card.shown]


def _frame(show: str, board: Board) -> tuple[str, str]:
    """Its path, and what it shows, in the active language."""
    if show == COUNTER:
        return reverse("embed_counter"), pgettext("figure", "Hours finished")
    return reverse("embed_countdown", args=[show]), dict(_campaigns(board))[show]


def _looks(request: HttpRequest) -> dict[str, str]:
    theme = request.GET.get("theme", "")
    return {"theme": theme if theme in THEMES else "", "origin": settings.BASE_URL}


def _snippet(src: str, title: str) -> str:
    return format_html(
        '<iframe src="{}{}" title="{}" width="{}" height="{}" loading="lazy"'
        ' style="border: 0; max-width: 100%"></iframe>',
        settings.BASE_URL,
        src,
        title,
        WIDTH,
        HEIGHT,
    )
