"""The front door of the site."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from codora.campaigns.queries import public_board
from codora.core.page_cache.policy import keep
from codora.curriculum.queries import featured_activity, stops_of
from codora.insights.queries import FIGURES_S, participation
from codora.pages.blocks import DoorBlock
from codora.pages.fields import BlocksField
from codora.pages.models.translated import TranslatedPage

CAMPAIGNS = 2
"""So many at most, so that the page stays one about coding."""


class HomePage(TranslatedPage):
    """The front door: a promise, one button, a door for each audience, the count of hours."""

    promise = models.CharField(max_length=120, help_text="The heading; words between *asterisks* stand out.")
    doors_title = models.CharField(max_length=80)
    doors = BlocksField([("door", DoorBlock())])
    figures_title = models.CharField(max_length=80)
    figures_text = models.TextField()

    class Meta:
        verbose_name = gettext_lazy("home page")

    page_description = gettext_lazy("The front door of the site.")
    template = "pages/home_page.html"
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    subpage_types: ClassVar = [
        "pages.SectionPage",
        "pages.ArticlePage",
        "pages.FaqPage",
        "pages.NewsIndexPage",
        "pages.LinkPage",
    ]
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("promise"),
        FieldPanel("lead"),
        FieldPanel("doors_title"),
        FieldPanel("doors"),
        FieldPanel("figures_title"),
        FieldPanel("figures_text"),
    ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the featured `activity` (ActivityCard or None), its `stops`, `hours` finished so far, and
        `campaigns` in sight (CampaignCards)."""
        board = public_board(timezone.now())
        keep(request, seconds=FIGURES_S, until=board.right_until)
        activity = featured_activity()
        return {
            **super().get_context(request, *args, **kwargs),
            "activity": activity,
            "stops": stops_of(activity) if activity else [],
            "hours": participation().hours,
            "campaigns": board.in_sight[:CAMPAIGNS],
        }
