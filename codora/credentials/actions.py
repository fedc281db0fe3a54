"""Making certificates. Nothing is stored: the caller gets the bytes."""

import json
import threading
from dataclasses import asdict
from datetime import date
from functools import cache
from typing import Any, cast

import typst
from django.conf import settings
from django.utils.translation import gettext, override

from codora.core.languages import active_language_for, direction, shown_language
from codora.credentials.fonts import FOLDERS
from codora.credentials.wording import certificate_wording

TEMPLATE = "codora/credentials/certificate.typ"


class CertificateError(Exception):
    """The file could not be made as it should be: a face, a picture or a character is missing."""


def render_participation_certificate(
    *, name: str, activity_title: str, concepts: list[str], language: str, date: date
) -> bytes:
    """A PDF/UA-1 file, A4 landscape, in this language (English where the interface lacks it).

    `name` as `forms.CertificateForm` cleaned it; `concepts` are names of the level schema. Raises
    CertificateError. Takes a few milliseconds; calls from several threads wait for each other.
    """
    with override(active_language_for(language)):
        wording = certificate_wording(activity_title=activity_title, concepts=concepts, on=date)
        content = {
            **asdict(wording),
            "name": name,
            "language": shown_language(),
            "is_right_to_left": direction(shown_language()) == "rtl",
            "ora": gettext("Ora the owl cheers"),
        }
    return _compile(content)


@cache
def _compiler() -> typst.Compiler:
    """Made once: it keeps the faces and the parsed template, which is most of the work."""
    return typst.Compiler(
        str(settings.ROOT / TEMPLATE),
        root=str(settings.ROOT),
        font_paths=[str(folder) for folder in FOLDERS],
        ignore_system_fonts=True,
    )


_one_at_a_time = threading.Lock()


def _compile(content: dict[str, Any]) -> bytes:
    """The content goes in as data, never as Typst code. A warning, such as a missing face, is an
    error here."""
    inputs = {"certificate": json.dumps(content)}
    try:
        with _one_at_a_time:
            file, warnings = _compiler().compile_with_warnings(
                sys_inputs=inputs, format="pdf", pdf_standards=["ua-1"]
            )
    except typst.TypstError:
        # Without the cause: Typst quotes the text it failed on, and the name must reach no log.
        raise CertificateError("Typst could not make the certificate.") from None
    if warnings:
        # Without their words, for the same reason.
        raise CertificateError(f"Typst made the certificate with {len(warnings)} warnings.")
    return cast(bytes, file)
