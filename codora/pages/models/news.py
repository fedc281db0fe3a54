"""News, newest first."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from codora.pages.models.articles import BodyPage
from codora.pages.models.translated import TranslatedPage

NEWS_A_PAGE = 20


class NewsIndexPage(TranslatedPage):
    """All news, newest first."""

    class Meta:
        verbose_name = gettext_lazy("list of news")

    page_description = gettext_lazy("All news, newest first.")
    template = "pages/news_index_page.html"
    parent_page_types: ClassVar = ["pages.HomePage", "pages.SectionPage"]
    subpage_types: ClassVar = ["pages.NewsPage"]
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("lead")]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `news`: a page of a paginator."""
        news = NewsPage.objects.child_of(self).live().select_related("picture").order_by("-date", "-pk")
        page = Paginator(news, NEWS_A_PAGE).get_page(request.GET.get("page"))
        return {**super().get_context(request, *args, **kwargs), "news": page}


class NewsPage(BodyPage):
    """One piece of news. Its lead is the summary that the list shows."""

    date = models.DateField(gettext_lazy("date"), help_text=gettext_lazy("The day that it tells of."))
    picture = models.ForeignKey(
        "pages.Picture",
        verbose_name=gettext_lazy("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=gettext_lazy("Stands above the text and in the list."),
    )

    campaign = models.ForeignKey(
        "campaigns.Campaign",
        verbose_name=gettext_lazy("campaign"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=gettext_lazy("Its page shows this piece of news, too."),
    )

    class Meta:
        verbose_name = gettext_lazy("news")

    page_description = gettext_lazy("One piece of news.")
    template = "pages/news_page.html"
    parent_page_types: ClassVar = ["pages.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("date"),
        FieldPanel("lead", heading=gettext_lazy("summary")),
        FieldPanel("picture"),
        FieldPanel("campaign"),
        FieldPanel("body"),
    ]
