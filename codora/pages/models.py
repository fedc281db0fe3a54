"""Pages that staff edit: the home page and plain text pages, one tree a language."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from codora.core.languages import ENGLISH, reader_language
from codora.core.metadata import PageMetadata
from codora.core.review import Review
from codora.curriculum.queries import featured_activity, stops_of
from codora.insights.queries import participation
from codora.pages.blocks import DoorBlock, SectionBlock


class TranslatedPage(Page):
    """What all our pages share: a lead, and what they say of themselves in the head of the document."""

    lead = models.TextField(help_text="One or two sentences under the title.")
    review = models.CharField(
        max_length=6,
        choices=Review,
        default=Review.NATIVE,
        help_text="Draft until a native speaker has read all of it; readers are told.",
    )

    class Meta:
        abstract = True

    # Fields in which the text stands: what a content file fills and a translator translates.
    text_fields: ClassVar[tuple[str, ...]] = ("title", "search_description", "lead", "review")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        translations = self.get_translations(inclusive=True).live().filter(alias_of=None)
        metadata = PageMetadata(
            title=self.seo_title or self.title,
            description=self.search_description or self.lead,
            path=request.path,
            languages=list(translations.values_list("locale__language_code", flat=True)),
            review=self.review,
        )
        return {**super().get_context(request, *args, **kwargs), "metadata": metadata}


class HomePage(TranslatedPage):
    """The front door: a promise, one button, a door for each audience, the count of hours."""

    promise = models.CharField(max_length=120, help_text="The heading; words between *asterisks* stand out.")
    doors_title = models.CharField(max_length=80)
    doors = StreamField([("door", DoorBlock())])
    figures_title = models.CharField(max_length=80)
    figures_text = models.TextField()

    text_fields = (
        *TranslatedPage.text_fields,
        "promise",
        "doors_title",
        "doors",
        "figures_title",
        "figures_text",
    )

    template = "pages/home_page.html"
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("promise"),
        FieldPanel("lead"),
        FieldPanel("doors_title"),
        FieldPanel("doors"),
        FieldPanel("figures_title"),
        FieldPanel("figures_text"),
        FieldPanel("review"),
    ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the featured `activity` (ActivityCard or None), its `stops`, and `hours` finished so far."""
        activity = featured_activity()
        return {
            **super().get_context(request, *args, **kwargs),
            "activity": activity,
            "stops": stops_of(activity) if activity else [],
            "hours": participation().hours,
        }

    def route(self, request: HttpRequest, path_components: Sequence[str]) -> RouteResult:
        """The page at this path in the reader's language, or else in English."""
        for home in self._in_order_of_preference():
            try:
                return Page.route(home, request, list(path_components))
            except Http404:
                continue
        raise Http404

    def _in_order_of_preference(self) -> list["HomePage"]:
        codes = [reader_language(), ENGLISH]
        homes = self.get_translations(inclusive=True).filter(locale__language_code__in=codes)
        return sorted(homes.select_related("locale"), key=lambda home: codes.index(home.locale.language_code))


class TextPage(TranslatedPage):
    """A page of text in sections, each with an address of its own."""

    body = StreamField([("section", SectionBlock())])

    text_fields = (*TranslatedPage.text_fields, "body")

    template = "pages/text_page.html"
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("body"),
        FieldPanel("review"),
    ]


class LoadedPage(models.Model):
    """What was last loaded from a content file, so that an editor's change since then can be told."""

    slug = models.SlugField(help_text="folder in content/pages")
    language = models.CharField(max_length=10)
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    file_digest = models.CharField(max_length=64)
    page_digest = models.CharField(max_length=64, help_text="of the page's content as it was stored then")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["slug", "language"], name="page_is_loaded_once_a_language")
        ]

    def __str__(self) -> str:
        return f"{self.slug}, {self.language}"
