"""Questions and answers."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy
from wagtail import blocks

from codora.pages.blocks.fields import TEXT, anchor, with_anchor


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(max_length=160, label=gettext_lazy("Question"))
    anchor = anchor()
    answer = blocks.RichTextBlock(features=TEXT, label=gettext_lazy("Answer"))

    def clean(self, value: Any) -> Any:
        return with_anchor(super().clean(value), "question")


class QuestionGroupBlock(blocks.StructBlock):
    """Questions that belong together, under a heading."""

    heading = blocks.CharBlock(max_length=80, label=gettext_lazy("Heading"))
    anchor = anchor()
    questions = blocks.ListBlock(QuestionBlock(), label=gettext_lazy("Questions"))

    def clean(self, value: Any) -> Any:
        return with_anchor(super().clean(value), "heading")

    class Meta:
        icon = "help"
        label = gettext_lazy("Group of questions")
        template = "pages/blocks/group.html"
        description = gettext_lazy("Questions that belong together, under a heading.")
        preview_value: ClassVar = {
            "heading": "In the classroom",
            "anchor": "classroom",
            "questions": [
                {
                    "question": "Do children need an account?",
                    "anchor": "account",
                    "answer": "<p>No. They start at once, and give no name.</p>",
                }
            ],
        }
