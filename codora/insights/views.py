"""`/figures/`: what was counted, and how."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from codora.core.metadata import interface_page
from codora.core.page_cache.policy import keep
from codora.curriculum.queries import activities_matching, card_of
from codora.insights.queries import FIGURES_S, LevelFigure, participation


def show_figures(request: HttpRequest) -> HttpResponse:
    """Every member of `queries.Participation`, and `activities`: {card, levels: [{title, started, won}]}."""
    keep(request, seconds=FIGURES_S)
    figures = participation()
    metadata = interface_page(
        title=_("Figures"),
        description=_("How many hours of coding were finished here, and how we count them."),
        path=request.path,
    )
    context = {**vars(figures), "activities": _activities(figures.levels), "metadata": metadata}
    return render(request, "insights/figures.html", context)


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
