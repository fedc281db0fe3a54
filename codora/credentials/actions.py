"""Making certificates. Nothing is stored: the caller gets the bytes."""

from dataclasses import asdict
from datetime import date

from django.utils.translation import gettext, override

from codora.core.languages import active_language_for, direction, shown_language
from codora.core.typesetting import typeset_pdf
from codora.credentials.wording import certificate_wording

TEMPLATE = "codora/credentials/certificate.typ"


def render_participation_certificate(
    *, name: str, activity_title: str, concepts: list[str], language: str, date: date
) -> bytes:
    """A PDF/UA-1 file, A4 landscape, in this language (English where the interface lacks it).

    `name` as `forms.CertificateForm` cleaned it; `concepts` are names of the level schema. Raises
    TypesettingError.
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
    return typeset_pdf(TEMPLATE, content)
