"""Fields that several blocks have."""

from typing import Any

from django.core.validators import RegexValidator, validate_unicode_slug
from django.utils.text import slugify
from django.utils.translation import gettext_lazy
from wagtail import blocks

TEXT = ["bold", "italic", "code", "ol", "ul", "link", "document-link"]
SECTION_TEXT = ["h3", *TEXT, "blockquote"]


def anchor() -> blocks.CharBlock:
    return blocks.CharBlock(
        required=False,
        max_length=50,
        label=gettext_lazy("Anchor"),
        validators=[validate_unicode_slug],
        help_text=gettext_lazy("Its address on the page, after the #. Empty: made from the heading."),
    )


def link(*, required: bool = True) -> blocks.CharBlock:
    return blocks.CharBlock(
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
