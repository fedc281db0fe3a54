"""Blocks of which the body of a page is made."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy
from wagtail import blocks

from codora.pages.blocks.fields import SECTION_TEXT, TEXT, link, with_anchor
from codora.pages.blocks.fields import anchor as anchor_block
from codora.pages.blocks.lists import ActivitiesBlock, LinksBlock, LogosBlock, StepsBlock, VoicesBlock
from codora.pages.blocks.media import PictureBlock, VideoBlock


def body_blocks() -> list[tuple[str, blocks.Block]]:
    return [
        ("section", SectionBlock()),
        ("notice", NoticeBlock()),
        ("steps", StepsBlock()),
        ("picture", PictureBlock()),
        ("video", VideoBlock()),
        ("action", ActionBlock()),
        ("activities", ActivitiesBlock()),
        ("links", LinksBlock()),
        ("voices", VoicesBlock()),
        ("logos", LogosBlock()),
    ]


class SectionBlock(blocks.StructBlock):
    """A heading and the text under it; without a heading, text that goes on after another block."""

    heading = blocks.CharBlock(
        required=False,
        max_length=120,
        label=gettext_lazy("Heading"),
        help_text=gettext_lazy("Empty: the text goes on after what stands before, such as a picture."),
    )
    anchor = anchor_block()
    text = blocks.RichTextBlock(required=False, features=SECTION_TEXT, label=gettext_lazy("Text"))

    def clean(self, value: Any) -> Any:
        return with_anchor(super().clean(value), "heading")

    class Meta:
        icon = "title"
        label = gettext_lazy("Section")
        template = "pages/blocks/section.html"
        description = gettext_lazy("A heading, which joins the list of contents, and the text under it.")
        preview_value: ClassVar = {
            "heading": "Start: five minutes",
            "anchor": "start",
            "text": "<p>Show the first level on the big screen, and ask one question.</p>"
            "<ul><li>Take three answers.</li><li>Build one that is wrong.</li></ul>",
        }


class NoticeBlock(blocks.StructBlock):
    """A box for what must not be missed beside the text."""

    kind = blocks.ChoiceBlock(
        search_index=False,
        choices=[
            ("tip", gettext_lazy("Tip")),
            ("info", gettext_lazy("Information")),
            ("warning", gettext_lazy("Warning")),
        ],
        default="tip",
        label=gettext_lazy("Kind"),
    )
    title = blocks.CharBlock(required=False, max_length=80, label=gettext_lazy("Title"))
    text = blocks.RichTextBlock(features=TEXT, label=gettext_lazy("Text"))

    class Meta:
        icon = "warning"
        label = gettext_lazy("Notice")
        template = "pages/blocks/notice.html"
        description = gettext_lazy("A box: a tip, something to know, or a warning.")
        preview_value: ClassVar = {
            "kind": "tip",
            "title": "If a child is finished early",
            "text": "<p>Every level has “try another way”. After the last one there is a town to build.</p>",
        }


class ActionBlock(blocks.StructBlock):
    """The one thing to do next, as a button."""

    title = blocks.CharBlock(required=False, max_length=80, label=gettext_lazy("Title"))
    text = blocks.CharBlock(required=False, max_length=240, label=gettext_lazy("Text"))
    action = blocks.CharBlock(
        max_length=30, label=gettext_lazy("Button"), help_text=gettext_lazy("What the button says.")
    )
    to = link()

    class Meta:
        icon = "pick"
        label = gettext_lazy("Call to action")
        template = "pages/blocks/action.html"
        description = gettext_lazy("A band with one button: the thing to do next.")
        preview_value: ClassVar = {
            "title": "Try it yourself first",
            "text": "Three levels take five minutes.",
            "action": "Start the hour",
            "to": "/learn/",
        }
