"""The catalogue of activities and the page of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from codora.core.browser_messages import message_catalogue
from codora.core.languages import shown_language
from codora.core.metadata import PageMetadata, interface_page
from codora.curriculum.forms import ActivityFilter
from codora.curriculum.learning_resource import learning_resource
from codora.curriculum.queries import activities_matching, card_of, stops_of


def list_activities(request: HttpRequest) -> HttpResponse:
    """`/learn/`: `featured` (or None) stands above the other `cards`; `count` is of all that were found."""
    form = ActivityFilter(request.GET)
    found = [card_of(activity) for activity in activities_matching(**form.chosen())]
    featured = next((card for card in found if card.activity.is_featured), None)
    context = {
        "form": form,
        "featured": featured,
        "cards": [card for card in found if card is not featured],
        "count": len(found),
        "metadata": interface_page(
            title=_("Activities"),
            description=_("One hour, one thing you made yourself. Pick what you want to make."),
            path=request.path,
        ),
    }
    return render(request, "curriculum/catalogue.html", context)


def show_activity(request: HttpRequest, slug: str) -> HttpResponse:
    """`/learn/<slug>/`: what it is, its `stops` by level, what you need, how to do it with a class."""
    card = card_of(get_object_or_404(activities_matching(), slug=slug))
    metadata = PageMetadata(
        title=card.texts["title"],
        description=card.texts["lead"],
        path=request.path,
        languages=card.languages,
        review=card.texts.review,
        data=learning_resource(card),
    )
    context = {
        "card": card,
        "stops": stops_of(card),
        "messages": message_catalogue(shown_language()),
        "metadata": metadata,
    }
    return render(request, "curriculum/activity.html", context)
