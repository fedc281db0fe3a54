"""Pictures that staff upload."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)

from codora.core.pictures import CleanPicture, clean_picture


class CleanFieldFile(WagtailImageFieldFile):
    """Stores nothing but what codora.core.pictures wrote anew, whichever way a file came here."""

    def save(self, name: str, content: Any, save: bool = True) -> None:
        if not isinstance(content, CleanPicture):
            content.seek(0)
            content = clean_picture(content.read(), name)
        super().save(content.name, content, save)


class PictureField(WagtailImageField):
    attr_class = CleanFieldFile


class Picture(AbstractImage):
    """A picture. Forms insist on its `description`."""

    file = PictureField(
        verbose_name=gettext_lazy("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    source_digest = models.CharField(
        max_length=64, blank=True, editable=False, help_text="of the content file that it was made from"
    )

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = gettext_lazy("picture")
        verbose_name_plural = gettext_lazy("pictures")

    def _set_image_file_metadata(self) -> None:
        super()._set_image_file_metadata()
        if self.file._committed:  # Wagtail leaves it open
            self.file.close()


class PictureRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="picture_has_each_rendition_once"
            )
        ]
