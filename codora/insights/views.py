"""`/figures/`: what was counted, and how; and all of it as files."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from codora.campaigns.queries import CampaignCard, public_board
from codora.core.languages import ENGLISH, switch_language
from codora.core.metadata import interface_page
from codora.core.page_cache.policy import keep, next_midnight
from codora.curriculum.queries import activities_matching, card_of
from codora.insights.countries import countries_taking_part
from codora.insights.dataset import dataset
from codora.insights.open_data import all_figures, as_csv, as_json, description
from codora.insights.pledges import pledge_figures
from codora.insights.queries import FIGURES_S, LevelFigure, hosting, participation, progress_of


@require_safe
def show_figures(request: HttpRequest) -> HttpResponse:
    """Every member of `queries.Participation`; `activities`: {card, levels: [{title, started, won}]};
    `campaigns`: {card, hosted, progress}; `countries`; `pledges`.
    """
    board = public_board(timezone.now())
    keep(request, seconds=FIGURES_S, until=min(board.right_until, next_midnight()))
    figures, pledges = participation(), pledge_figures()
    metadata = interface_page(
        title=_("Figures"),
        description=_("How many hours of coding were finished here, and how we count them."),
        path=request.path,
        data=dataset(),
    )
    context = {
        **vars(figures),
        "activities": _activities(figures.levels),
        "campaigns": [_campaign(card) for card in board.cards if card.shown],
        "countries": countries_taking_part(pledges),
        "pledges": pledges,
        "metadata": metadata,
    }
    return render(request, "insights/figures.html", context)


@require_safe
def download_csv(request: HttpRequest) -> HttpResponse:
    """`/figures/data.csv`"""
    return _file(request, as_csv(all_figures()), "text/csv; charset=utf-8")


@require_safe
def download_json(request: HttpRequest) -> HttpResponse:
    """`/figures/data.json`"""
    return _file(request, as_json(all_figures()), "application/json")


@require_safe
def download_description(request: HttpRequest) -> HttpResponse:
    """`/figures/datapackage.json`"""
    address = switch_language(reverse("insights:figures_show"), ENGLISH)
    return _file(request, json.dumps(description(address), ensure_ascii=False), "application/json")


def _file(request: HttpRequest, content: str, content_type: str) -> HttpResponse:
    """Any page elsewhere may read it, as it may the API."""
    keep(request, seconds=FIGURES_S, until=next_midnight())
    return HttpResponse(content, content_type=content_type, headers={"Access-Control-Allow-Origin": "*"})


def _campaign(card: CampaignCard) -> dict[str, Any]:
    edition = card.shown.edition  # type: ignore[union-attr]
    hosted = hosting(edition)
    return {"card": card, "hosted": hosted, "progress": progress_of(edition, hosted)}


def _activities(levels: list[LevelFigure]) -> list[dict[str, Any]]:
    return [
        {
            "card": card,
            "levels": [
                {"title": card.texts[f"{figure.level}.title"], "started": figure.started, "won": figure.won}
                for figure in levels
                if figure.activity == card.activity.slug
            ],
        }
        for card in map(card_of, activities_matching())
    ]
