"""Links in text: an address without a language leads to the page in the reader's language."""

from typing import Any

from django.utils.html import format_html
from wagtail import hooks
from wagtail.rich_text import LinkHandler

from codora.core.languages import in_reader_language


class OwnLinkHandler(LinkHandler):
    identifier = "external"

    @classmethod
    def expand_db_attributes(cls, attributes: dict[str, Any]) -> str:
        return format_html('<a href="{}">', in_reader_language(attributes["href"]))


@hooks.register("register_rich_text_features")
def register_own_links(features: Any) -> None:
    features.register_link_type(OwnLinkHandler)
