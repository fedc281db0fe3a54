"""A page of the original site, as it was written."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from codora.pages.models.translated import TranslatedPage


class HistoricPage(TranslatedPage):
    """Says of itself from which year it is. Made by `manage.py load_page`.

    `social` holds its own Open Graph tags by name; `navigation` is a list of {title, path}, empty where the
    section's own navigation stands.
    """

    year = models.PositiveSmallIntegerField(gettext_lazy("year in which it was written"))
    text = RichTextField(
        gettext_lazy("text"), features=["h2", "h3", "bold", "italic", "ol", "ul", "link", "blockquote"]
    )
    social = models.JSONField(default=dict, blank=True, editable=False)
    navigation = models.JSONField(default=list, blank=True, editable=False)

    class Meta:
        verbose_name = gettext_lazy("historic page")

    page_description = gettext_lazy(
        "A page of the original site, as it was written. It says from which year it is."
    )
    template = "pages/historic_page.html"
    parent_page_types: ClassVar = ["pages.SectionPage", "pages.ArticlePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("year"),
        FieldPanel("lead"),
        FieldPanel("text"),
    ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `own_tags`: the page's Open Graph tags that ours do not say."""
        return {**super().get_context(request, *args, **kwargs), "own_tags": self.social}
