"""What all our pages share."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from codora.core.metadata import PageMetadata
from codora.core.review import Review
from codora.pages.menus import trail_to


class MenuPage(Page):
    """A page that may stand in the menus, under a shorter name than its title."""

    menu_title = models.CharField(
        gettext_lazy("name in the menus"),
        max_length=30,
        blank=True,
        help_text=gettext_lazy("Short, one or two words. Empty: the title."),
    )

    class Meta:
        abstract = True

    override_translatable_fields: ClassVar = [SynchronizedField("slug", overridable=False)]
    promote_panels: ClassVar = [
        MultiFieldPanel(
            [
                FieldPanel(
                    "slug",
                    help_text=gettext_lazy(
                        "The last part of the address. Every translation of a page has the same, so that"
                        " a reader who changes the language stays on the page."
                    ),
                ),
                FieldPanel("show_in_menus"),
                FieldPanel("menu_title"),
            ],
            heading=gettext_lazy("Address and menus"),
        ),
    ]

    @property
    def short_title(self) -> str:
        return self.menu_title or str(self.title)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Most sites have none: then the pages above need not be asked for theirs."""
        if not PageViewRestriction.objects.exists():
            none: QuerySet[PageViewRestriction] = PageViewRestriction.objects.none()
            return none
        restrictions: QuerySet[PageViewRestriction] = super().get_view_restrictions()
        return restrictions

    def clean(self) -> None:
        super().clean()
        others = type(self).objects.filter(translation_key=self.translation_key).exclude(pk=self.pk)
        slugs = set(others.values_list("slug", flat=True))
        if slugs and self.slug not in slugs and self.depth and self.depth > 2:
            raise ValidationError(
                {
                    "slug": _("The translations of this page have the address “%(slug)s”: use the same here.")
                    % {"slug": min(slugs)}
                }
            )


class TranslatedPage(MenuPage):
    """A page with text: a lead, and what it says of itself in the head of the document."""

    lead = models.TextField(
        gettext_lazy("lead"), help_text=gettext_lazy("One or two sentences under the title.")
    )
    review = models.CharField(
        gettext_lazy("review"),
        max_length=6,
        choices=Review,
        default=Review.NATIVE,
        help_text=gettext_lazy("Draft until a native speaker has read all of it; readers are told."),
    )

    class Meta:
        abstract = True

    override_translatable_fields: ClassVar = [
        *MenuPage.override_translatable_fields,
        BaseTranslatableField("review"),  # each translation has its own
    ]
    promote_panels: ClassVar = [
        *MenuPage.promote_panels,
        MultiFieldPanel(
            [
                FieldPanel(
                    "search_description",
                    help_text=gettext_lazy("One or two sentences for search engines. Empty: the lead."),
                ),
                FieldPanel("review"),
            ],
            heading=gettext_lazy("Search engines and review"),
        ),
    ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `metadata`, and `trail`: the pages between the home page and this one."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "metadata": self.metadata_for(request), "trail": trail_to(self)}

    def metadata_for(self, request: HttpRequest) -> PageMetadata:
        translations = self.get_translations(inclusive=True).live().filter(alias_of=None)
        return PageMetadata(
            title=self.seo_title or self.title,
            description=self.search_description or self.lead,
            path=request.path,
            languages=list(translations.values_list("locale__language_code", flat=True)),
            review=self.review,
        )
