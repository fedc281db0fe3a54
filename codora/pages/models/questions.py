"""Questions and answers."""

from dataclasses import replace
from typing import ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from codora.core.metadata import PageMetadata
from codora.pages.blocks import QuestionGroupBlock
from codora.pages.fields import BlocksField
from codora.pages.models.translated import TranslatedPage
from codora.pages.structured_data import faq_data


class FaqPage(TranslatedPage):
    """Questions in groups, each with an address of its own."""

    groups = BlocksField([("group", QuestionGroupBlock())])

    class Meta:
        verbose_name = gettext_lazy("questions")

    page_description = gettext_lazy("Questions and answers, in groups.")
    template = "pages/faq_page.html"
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("lead"), FieldPanel("groups")]

    def metadata_for(self, request: HttpRequest) -> PageMetadata:
        metadata = super().metadata_for(request)
        return replace(metadata, data=faq_data(self.groups, metadata.content_language))
