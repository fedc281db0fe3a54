"""What is told of a country."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from codora.pages.models.articles import BodyPage


class CountryPage(BodyPage):
    """The text of a country: who runs the campaign there, where to begin."""

    country = models.ForeignKey(
        "places.Country", verbose_name=gettext_lazy("country"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = gettext_lazy("country")

    page_description = gettext_lazy("The text of a country: who runs the campaign there, where to begin.")
    template = "pages/article_page.html"
    parent_page_types: ClassVar = ["pages.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("country"),
        FieldPanel("lead"),
        FieldPanel("body"),
    ]
