"""Parts of the site that are no pages, in the menus."""

from typing import Any, ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from codora.core.languages import in_reader_language
from codora.pages.models.translated import MenuPage


class LinkPage(MenuPage):
    """A place in the menus for a part of the site which is no page: activities, figures, languages."""

    link = models.CharField(
        gettext_lazy("link"),
        max_length=200,
        validators=[RegexValidator(r"^/(?!/)", gettext_lazy("An address of this site begins with one /."))],
        help_text=gettext_lazy("Address without the language, such as /figures/."),
    )
    lead = models.TextField(
        gettext_lazy("lead"),
        blank=True,
        help_text=gettext_lazy("One sentence, for the card on the page above."),
    )

    class Meta:
        verbose_name = gettext_lazy("link")

    page_description = gettext_lazy("A place in the menus for what is no page, such as the figures.")
    subpage_types: ClassVar = ["pages.ArticlePage", "pages.LinkPage"]
    preview_modes: ClassVar[list[Any]] = []
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("link"), FieldPanel("lead")]

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseRedirect:
        return HttpResponseRedirect(in_reader_language(self.link))
