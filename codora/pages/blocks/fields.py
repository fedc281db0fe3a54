"""Fields that several blocks have."""

from typing import Any

from django.core.validators import RegexValidator, validate_unicode_slug
from django.utils.text import slugify
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail_localize.segments import OverridableSegmentValue

TEXT = ["bold", "italic", "code", "ol", "ul", "link", "document-link"]
SECTION_TEXT = ["h3", *TEXT, "blockquote"]


class FactBlock(blocks.CharBlock):
    """What is no word: the same in every language, and not looked for."""

    def get_translatable_segments(self, value: str) -> list[Any]:
        return []

    def restore_translated_segments(self, value: str, segments: list[Any]) -> str:
        return value

    def get_searchable_content(self, value: str) -> list[str]:
        return []


class AddressBlock(FactBlock):
    """Where a link leads: a translator may name another place for their readers."""

    def get_translatable_segments(self, value: str) -> list[Any]:
        return [OverridableSegmentValue("", value)] if value else []

    def restore_translated_segments(self, value: str, segments: list[Any]) -> str:
        return segments[0].data if segments else value


def anchor() -> FactBlock:
    return FactBlock(
        required=False,
        max_length=50,
        label=gettext_lazy("Anchor"),
        validators=[validate_unicode_slug],
        help_text=gettext_lazy("Its address on the page, after the #. Empty: made from the heading."),
    )


def link(*, required: bool = True) -> AddressBlock:
    return AddressBlock(
        required=required,
        max_length=300,
        label=gettext_lazy("Link"),
        validators=[
            RegexValidator(
                r"^(/(?!/)|#|https://|mailto:)",
                gettext_lazy("A link begins with / (this site), # (this page), https:// or mailto:."),
            )
        ],
        help_text=gettext_lazy("A page of this site without its language, such as /learn/, or https://…"),
    )


def with_anchor(value: Any, title: str) -> Any:
    """The block's value with an anchor, made from its title where none was given."""
    if value[title] and not value["anchor"]:
        value["anchor"] = slugify(value[title], allow_unicode=True)[:50]
    return value
