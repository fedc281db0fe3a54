"""Small pictures from people on the site itself: a logo, for a partner's page or a poster."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from codora.core.pictures import MAX_SIDE, CleanPicture, PictureRefused, clean_picture

MB = 1024 * 1024
MAX_LOGO = 2 * MB

View = Callable[..., HttpResponse]


def takes_logo(view: View) -> View:
    """Outermost decorator of a view whose form has a LogoField: the request may be as large as that."""
    view.max_body = MAX_LOGO + MB // 4  # type: ignore[attr-defined]
    return view


class LogoField(forms.FileField):
    """Cleans to a picture written anew (core.pictures), or None if there is no file.

    `max_side` is in pixels: larger pictures are made smaller.
    """

    widget = forms.FileInput({"accept": "image/png,image/jpeg,image/webp"})

    def __init__(self, *, max_side: int = MAX_SIDE, **kwargs: Any) -> None:
        self._max_side = max_side
        kwargs.setdefault("label", gettext_lazy("Logo"))
        kwargs.setdefault("help_text", gettext_lazy("PNG, JPEG or WebP, at most 2 MB. May stay empty."))
        super().__init__(required=False, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> CleanPicture | None:
        file: Any = super().clean(data, None)
        if not file:
            return None
        if (file.size or 0) > MAX_LOGO:
            raise ValidationError(_("The picture is larger than 2 MB. Make it smaller and try again."))
        try:
            return clean_picture(file.read(), file.name or "logo", max_side=self._max_side)
        except PictureRefused as refused:
            raise ValidationError(str(refused)) from None
