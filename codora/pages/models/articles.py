"""Pages of text: the landing page of a section, and an article."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from codora.pages.blocks import body_blocks
from codora.pages.fields import BlocksField
from codora.pages.menus import cards_below
from codora.pages.models.translated import TranslatedPage


class BodyPage(TranslatedPage):
    """A page whose text is a body of blocks."""

    body = BlocksField(body_blocks(), blank=True)

    class Meta:
        abstract = True

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]


class SectionPage(BodyPage):
    """Leads into a part of the site: a card for each page under it, and text of its own."""

    class Meta:
        verbose_name = gettext_lazy("section")

    page_description = gettext_lazy(
        "The way into a part of the site: a card for each page below it, and text of its own."
    )
    template = "pages/section_page.html"
    parent_page_types: ClassVar = ["pages.HomePage", "pages.SectionPage"]
    subpage_types: ClassVar = [
        "pages.SectionPage",
        "pages.ArticlePage",
        "pages.FaqPage",
        "pages.NewsIndexPage",
        "pages.CountryPage",
        "pages.HistoricPage",
        "pages.LinkPage",
    ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `cards`: a MenuEntry for each page under this one that stands in the menus."""
        return {**super().get_context(request, *args, **kwargs), "cards": cards_below(self)}


class ArticlePage(BodyPage):
    """A page of text with a list of its contents."""

    class Meta:
        verbose_name = gettext_lazy("article")

    page_description = gettext_lazy("A page of text.")
    template = "pages/article_page.html"
    subpage_types: ClassVar = ["pages.ArticlePage", "pages.HistoricPage"]
