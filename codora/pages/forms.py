"""What staff type about pictures, and what visitors choose to show on their own websites."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.images.forms import BaseImageForm

from codora.core.languages import interface_languages, reader_language
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


COUNTER = "counter"


class EmbedForm(forms.Form):
    """A card for another website, as it stands in the URL. What makes no sense there is the first choice."""

    show = forms.ChoiceField(required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), required=False, choices=lambda: _readers_first()
    )
    theme = forms.ChoiceField(
        # Translators: light or dark
        label=pgettext_lazy("of a card", "Colours"),
        required=False,
        widget=forms.RadioSelect,
        choices=[
            # Translators: light or dark, whatever the reader's device is set to
            ("", pgettext_lazy("colours", "As the reader’s device")),
            ("light", pgettext_lazy("colours", "Light")),
            ("dark", pgettext_lazy("colours", "Dark")),
        ],
    )

    def __init__(self, *args: Any, campaigns: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """`campaigns`: slug and name of those that have days."""
        super().__init__(*args, **kwargs)
        countdowns = [(slug, _("Countdown: %(name)s") % {"name": name}) for slug, name in campaigns]
        self._shows = [*countdowns, (COUNTER, _("The count of hours finished"))]
        self.fields["show"] = forms.ChoiceField(label=_("What it shows"), required=False, choices=self._shows)

    def chosen(self) -> dict[str, str]:
        """`show` (slug of a campaign, or COUNTER), `language`, `theme` (may be empty)."""
        self.is_valid()
        data = self.cleaned_data
        return {
            "show": data.get("show") or self._shows[0][0],
            "language": data.get("language") or reader_language(),
            "theme": data.get("theme", ""),
        }


def _readers_first() -> list[tuple[str, str]]:
    """The reader's own language, then all others that the site speaks."""
    own, names = reader_language(), dict(settings.LANGUAGES)
    codes = [own, *(code for code in interface_languages() if code != own)]
    return [(code, names[code]) for code in codes]
