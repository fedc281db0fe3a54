"""Blocks that are lists: steps, activities, links, voices, logos."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from codora.curriculum.queries import activity_choices, cards_of
from codora.pages.blocks.fields import TEXT, anchor, link, with_anchor


def _title() -> blocks.CharBlock:
    return blocks.CharBlock(required=False, max_length=80, label=gettext_lazy("Title"))


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=gettext_lazy("Title"))
    anchor = anchor()
    minutes = blocks.IntegerBlock(required=False, min_value=1, max_value=600, label=gettext_lazy("Minutes"))
    text = blocks.RichTextBlock(required=False, features=TEXT, label=gettext_lazy("Text"))

    def clean(self, value: Any) -> Any:
        return with_anchor(super().clean(value), "title")


class StepsValue(blocks.StructValue):
    @property
    def timed(self) -> list[Any]:
        """The steps that have minutes."""
        return [step for step in self["steps"] if step["minutes"]]

    @property
    def minutes(self) -> int:
        return sum(step["minutes"] for step in self.timed)


class StepsBlock(blocks.StructBlock):
    """Numbered steps. Where they have minutes, the page shows how they share the time."""

    title = _title()
    steps = blocks.ListBlock(StepBlock(), label=gettext_lazy("Steps"))

    class Meta:
        value_class = StepsValue
        icon = "list-ol"
        label = gettext_lazy("Steps")
        template = "pages/blocks/steps.html"
        description = gettext_lazy("Numbered steps, each with its minutes if you like.")
        preview_value: ClassVar = {
            "title": "The hour at a glance",
            "steps": [
                {"title": "Start", "minutes": 5, "text": "<p>Show the first level to all.</p>"},
                {"title": "During", "minutes": 45, "text": "<p>Children work in pairs.</p>"},
                {"title": "After", "minutes": 10, "text": "<p>Two pairs show what they made.</p>"},
            ],
        }


class ActivityBlock(blocks.ChoiceBlock):
    """An activity by its slug, which is read from the page without asking which there are."""

    def to_python(self, value: str) -> str:
        return value


class ActivitiesBlock(blocks.StructBlock):
    """Cards of chosen activities."""

    title = _title()
    activities = blocks.ListBlock(
        ActivityBlock(choices=activity_choices, search_index=False), label=gettext_lazy("Activities")
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Adds `cards`, without activities that are gone."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        return {**context, "cards": cards_of(list(value["activities"]))}

    def get_preview_value(self) -> Any:
        """The first activity that there is."""
        return self.normalize({"title": "Begin with this one", "activities": [activity_choices()[0][0]]})

    class Meta:
        icon = "grip"
        label = gettext_lazy("Activities")
        template = "pages/blocks/activities.html"
        description = gettext_lazy("Cards of activities that you choose.")


class LinkValue(blocks.StructValue):
    @property
    def url(self) -> str:
        document = self.get("document")
        return str(document.url if document else self["to"])


class LinkBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=gettext_lazy("Title"))
    text = blocks.CharBlock(required=False, max_length=240, label=gettext_lazy("Text"))
    to = link(required=False)
    document = DocumentChooserBlock(
        required=False,
        label=gettext_lazy("Document"),
        help_text=gettext_lazy("To be downloaded, in place of a link."),
    )

    class Meta:
        value_class = LinkValue


class LinksBlock(blocks.StructBlock):
    """Links to read on, and documents to download."""

    title = _title()
    links = blocks.ListBlock(LinkBlock(), label=gettext_lazy("Links"))

    class Meta:
        icon = "link"
        label = gettext_lazy("Links and documents")
        template = "pages/blocks/links.html"
        description = gettext_lazy("Links to read on, and documents to download.")
        preview_value: ClassVar = {
            "title": "Read on",
            "links": [
                {"title": "Figures", "text": "How many hours were finished.", "to": "/figures/"},
                {"title": "Languages", "text": "All of them, and how to help.", "to": "/languages/"},
            ],
        }


class VoiceBlock(blocks.StructBlock):
    quote = blocks.TextBlock(max_length=600, label=gettext_lazy("Quote"))
    name = blocks.CharBlock(
        max_length=120,
        label=gettext_lazy("Name"),
        help_text=gettext_lazy("Of a grown-up who agreed to stand here, with role and place."),
    )


class VoicesBlock(blocks.StructBlock):
    """What people say. Without voices the block is not shown."""

    title = _title()
    voices = blocks.ListBlock(
        VoiceBlock(), default=[], label=gettext_lazy("Voices"), help_text=gettext_lazy("Real people only.")
    )

    class Meta:
        icon = "openquote"
        label = gettext_lazy("Voices")
        template = "pages/blocks/voices.html"
        description = gettext_lazy("What people say. Not shown while there is none.")
        preview_value: ClassVar = {
            "title": "Voices",
            "voices": [{"quote": "Here stands what somebody really said.", "name": "Name, role, town"}],
        }


class LogoBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=80, label=gettext_lazy("Name"))
    text = blocks.CharBlock(
        max_length=240, label=gettext_lazy("Text"), help_text=gettext_lazy("What they contribute.")
    )
    picture = ImageChooserBlock(required=False, label=gettext_lazy("Logo"))
    to = link(required=False)


class LogosBlock(blocks.StructBlock):
    """Organisations, each with what it contributes."""

    title = _title()
    logos = blocks.ListBlock(LogoBlock(), default=[], label=gettext_lazy("Organisations"))

    class Meta:
        icon = "group"
        label = gettext_lazy("Logos")
        template = "pages/blocks/logos.html"
        description = gettext_lazy("Organisations with a logo, and what they contribute.")
        preview_value: ClassVar = {
            "title": "With the help of",
            "logos": [
                {"name": "Organisation", "text": "Lends devices to schools.", "to": "https://example.org/"}
            ],
        }
