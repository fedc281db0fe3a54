"""The documents of the toolkit: each kind has one Typst source and one set of words, for every language."""

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

import qrcode
import qrcode.image.svg
from django.conf import settings
from django.utils.translation import override

from codora.campaigns.addresses import campaign_url
from codora.campaigns.models import Campaign, Edition
from codora.campaigns.toolkit.wording import (
    Facts,
    letter_to_head_teacher,
    letter_to_parents,
    poster_words,
    press_text,
)
from codora.campaigns.wording import text_in
from codora.core.languages import active_language_for, direction, reader_language, shown_language
from codora.core.templatetags.figure_tags import days_between
from codora.core.typesetting import typeset_pdf

FOLDER = "codora/campaigns/toolkit"


@dataclass(frozen=True)
class Kind:
    """`template` is a Typst file of this folder; `words` and `options` are what it prints and how."""

    template: str
    words: Callable[[Facts], Any]
    options: dict[str, Any]


KINDS = {
    "poster-a4": Kind("poster", poster_words, {"paper": "a4"}),
    "poster-a3": Kind("poster", poster_words, {"paper": "a3"}),
    "letter-head-teacher": Kind("letter", letter_to_head_teacher, {}),
    "letter-parents": Kind("letter", letter_to_parents, {}),
    "press-text": Kind("letter", press_text, {}),
}


def make_documents(
    kinds: Iterable[str], *, campaign: Campaign, edition: Edition, language: str, host: str
) -> dict[str, bytes]:
    """A PDF/UA-1 file of each of these KINDS, by file name, in this language (English stands in).

    `host` as `forms.ToolkitForm` cleaned it, may be empty; it is printed, not kept. Raises TypesettingError.
    """
    with override(active_language_for(language)):
        facts = _facts(campaign, edition, host)
        return {f"{campaign.slug}-{kind}-{language}.pdf": _document(KINDS[kind], facts) for kind in kinds}


def _document(kind: Kind, facts: Facts) -> bytes:
    content = {
        **asdict(kind.words(facts)),
        **kind.options,
        "language": shown_language(),
        "is_right_to_left": direction(shown_language()) == "rtl",
        "site": settings.WAGTAIL_SITE_NAME,
        "url": facts.url.partition("://")[2],
        "hashtag": facts.hashtag,
        "qr": _qr_code(facts.url),
    }
    return typeset_pdf(f"{FOLDER}/{kind.template}.typ", content)


def make_zip(files: dict[str, bytes]) -> bytes:
    """Name → content."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _facts(campaign: Campaign, edition: Edition, host: str) -> Facts:
    text = text_in(campaign, reader_language())
    return Facts(
        campaign=text.name,
        lead=text.lead,
        about=text.about,
        dates=days_between(edition.first_day, edition.last_day),
        url=f"{settings.BASE_URL}{campaign_url(campaign.slug)}",
        hashtag=campaign.hashtag,
        host=host,
    )


def _qr_code(address: str) -> str:
    """SVG."""
    code = qrcode.make(address, image_factory=qrcode.image.svg.SvgPathImage, border=1)
    return str(code.to_string(encoding="unicode"))
