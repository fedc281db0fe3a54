"""The memory of the loader."""

from typing import ClassVar

from django.db import models
from wagtail.models import Page


class LoadedPage(models.Model):
    """What was last loaded from a content file, so that an editor's change since then can be told."""

    path = models.CharField(max_length=200, help_text="folder below content/pages")
    language = models.CharField(max_length=10)
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    position = models.IntegerField(default=0, help_text="among the pages of the same folder")
    file_digest = models.CharField(max_length=64)
    page_digests = models.JSONField(default=dict, help_text="of the page's fields as they were stored then")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["path", "language"], name="page_is_loaded_once_a_language")
        ]

    def __str__(self) -> str:
        return f"{self.path}, {self.language}"
