"""What staff type about pictures."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm

from codora.core.pictures import PictureRefused, clean_picture


class PictureForm(BaseImageForm):
    """A picture is not taken without words for those who do not see it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "description" in self.fields:
            self.fields["description"].required = True
            self.fields["description"].help_text = _(
                "What the picture shows, for those who do not see it. It is read aloud."
            )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        try:
            return clean_picture(file.read(), file.name or "")
        except PictureRefused as refused:
            raise ValidationError(str(refused)) from None
