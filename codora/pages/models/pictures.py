"""Pictures that staff upload."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Picture(AbstractImage):
    """A picture, stored as codora.core.pictures wrote it anew. Its `description` is always there."""

    source_digest = models.CharField(
        max_length=64, blank=True, editable=False, help_text="of the content file that it was made from"
    )

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = gettext_lazy("picture")
        verbose_name_plural = gettext_lazy("pictures")


class PictureRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="picture_has_each_rendition_once"
            )
        ]
