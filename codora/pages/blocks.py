"""Parts of a page."""

from typing import ClassVar

from wagtail import blocks


class DoorBlock(blocks.StructBlock):
    """A way into the site for one audience."""

    audience = blocks.ChoiceBlock(
        choices=[("code", "Learners"), ("teach", "Teachers"), ("help", "Helpers"), ("figures", "Figures")],
        help_text="Sets colour and icon.",
    )
    title = blocks.CharBlock(max_length=40)
    text = blocks.CharBlock(max_length=120)
    action = blocks.CharBlock(max_length=20, help_text="What the link says.")
    path = blocks.CharBlock(help_text="Address without the language, such as /learn/.")


class SectionBlock(blocks.StructBlock):
    """A heading and text under it."""

    heading = blocks.CharBlock()
    anchor = blocks.RegexBlock(
        regex=r"^[a-z][a-z0-9-]*$", help_text="The section's address on the page: about/#anchor."
    )
    text = blocks.RichTextBlock(features=["h3", "bold", "italic", "ol", "ul", "link"])

    class Meta:
        icon: ClassVar = "title"
