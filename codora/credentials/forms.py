"""The name on a certificate."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from codora.core.typefaces import printable_characters

MAX_NAME = 60
JOINERS = "\u200c\u200d"
"""Invisible, but they shape letters within Arabic and Persian names."""


class CertificateForm(forms.Form):
    """A name as its owner writes it: letters of any script that we can print, digits, signs (- & …).

    Normalised (NFC), trimmed, white space made single spaces; then 1 to 60 characters, with at least one
    letter or digit. Refused: control characters, invisible characters (those that turn the direction of
    text among them), the signs < and > of markup, and every character that no bundled face has.
    """

    name = forms.CharField(
        label=_("Name on the certificate"),
        help_text=_("We use it once, to make the file. We do not keep it."),
        strip=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "maxlength": MAX_NAME}),
        error_messages={"required": _("Write your name first.")},
    )

    def clean_name(self) -> str:
        name = printable_name(self.cleaned_data["name"])
        if not any(character.isalnum() for character in name):
            raise ValidationError(gettext("Write your name first."))
        return name


def printable_name(typed: str) -> str:
    """The name, tidied; may be empty. Raises ValidationError for what is too long or cannot be printed."""
    name = _tidy(typed)
    if len(name) > MAX_NAME:
        raise ValidationError(
            gettext("The name is too long: there is room for %(limit)s characters."),
            params={"limit": MAX_NAME},
        )
    for character in name:
        _check(character)
    return name


def _tidy(name: str) -> str:
    spaced = "".join(" " if unicodedata.category(character) == "Zs" else character for character in name)
    return unicodedata.normalize("NFC", " ".join(word for word in spaced.split(" ") if word))


def _check(character: str) -> None:
    if character in "<>":
        # Translators: sign is < or >
        raise ValidationError(gettext("Leave out the sign “%(sign)s”."), params={"sign": character})
    if unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"} and character not in JOINERS:
        raise ValidationError(
            gettext("Your name has a character that cannot be seen. Type it again by hand.")
        )
    if character not in printable_characters():
        raise ValidationError(
            gettext("We cannot print the character “%(character)s” yet."), params={"character": character}
        )
