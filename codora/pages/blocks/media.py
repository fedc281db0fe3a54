"""Pictures and films."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.documents.models import AbstractDocument
from wagtail.images.blocks import ImageChooserBlock

from codora.core.languages import native_name


class FileBlock(DocumentChooserBlock):
    """A document with one of these extensions."""

    def __init__(self, *, extensions: list[str], **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.extensions = extensions

    def clean(self, value: AbstractDocument | None) -> AbstractDocument | None:
        document: AbstractDocument | None = super().clean(value)
        if document and document.file_extension.lower() not in self.extensions:
            raise ValidationError(
                _("A file of this kind was expected: %(extensions)s.")
                % {"extensions": ", ".join(self.extensions)}
            )
        return document


class PictureBlock(blocks.StructBlock):
    """A picture with what it shows, in words."""

    picture = ImageChooserBlock(label=gettext_lazy("Picture"))
    alt = blocks.CharBlock(
        max_length=240,
        label=gettext_lazy("Description"),
        help_text=gettext_lazy("What the picture shows, for those who do not see it. It is read aloud."),
    )
    caption = blocks.CharBlock(
        required=False,
        max_length=240,
        label=gettext_lazy("Caption"),
        help_text=gettext_lazy("Stands under the picture; who made it, under which licence."),
    )

    class Meta:
        icon = "image"
        label = gettext_lazy("Picture")
        template = "pages/blocks/picture.html"
        preview_template = "pages/blocks/examples/picture.html"
        description = gettext_lazy("A picture, with a description for those who do not see it.")


class CaptionsValue(blocks.StructValue):
    @property
    def name(self) -> str:
        return native_name(self["language"]) if self["language"] else ""


class CaptionsBlock(blocks.StructBlock):
    language = blocks.ChoiceBlock(
        choices=settings.WAGTAIL_CONTENT_LANGUAGES, search_index=False, label=gettext_lazy("Language")
    )
    file = FileBlock(extensions=["vtt"], label=gettext_lazy("File"))

    class Meta:
        value_class = CaptionsValue


class VideoBlock(blocks.StructBlock):
    """A film from our own host, with captions. It is loaded only when somebody starts it."""

    title = blocks.CharBlock(max_length=120, label=gettext_lazy("Title"))
    file = FileBlock(extensions=["mp4", "webm"], label=gettext_lazy("Film"), help_text="MP4, WebM")
    poster = ImageChooserBlock(
        label=gettext_lazy("Still"), help_text=gettext_lazy("Shown until the film is started.")
    )
    captions = blocks.ListBlock(
        CaptionsBlock(), min_num=1, label=gettext_lazy("Captions"), help_text="WebVTT (.vtt)"
    )
    caption = blocks.CharBlock(
        required=False,
        max_length=240,
        label=gettext_lazy("Caption"),
        help_text=gettext_lazy("Stands under the film: length, who made it, under which licence."),
    )

    class Meta:
        icon = "media"
        label = gettext_lazy("Film")
        template = "pages/blocks/video.html"
        preview_template = "pages/blocks/examples/video.html"
        description = gettext_lazy("A film from our own host, with captions. It is loaded on a click.")
