"""Blocks of the home page."""

from wagtail import blocks

from codora.pages.blocks.fields import FactBlock


class DoorBlock(blocks.StructBlock):
    """A way into the site for one audience."""

    audience = blocks.ChoiceBlock(
        search_index=False,
        choices=[("code", "Learners"), ("teach", "Teachers"), ("help", "Helpers"), ("figures", "Figures")],
        help_text="Sets colour and icon.",
    )
    title = blocks.CharBlock(max_length=40)
    text = blocks.CharBlock(max_length=120)
    action = blocks.CharBlock(max_length=20, help_text="What the link says.")
    path = FactBlock(help_text="Address without the language, such as /learn/.")
