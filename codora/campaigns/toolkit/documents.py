"""The documents of the toolkit: each kind has one Typst source and one set of words, for every language."""

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

import qrcode
import qrcode.image.svg
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from codora.campaigns.addresses import campaign_url
from codora.campaigns.models import Campaign
from codora.campaigns.phases import Period
from codora.campaigns.toolkit.facts import Facts, code
from codora.campaigns.toolkit.logos import Logo
from codora.campaigns.toolkit.papers import (
    certificate_words,
    letter_to_head_teacher,
    letter_to_parents,
    poster_words,
    press_text,
)
from codora.campaigns.toolkit.pictures import picture_alt, picture_words
from codora.campaigns.toolkit.slides import slides_words
from codora.campaigns.wording import text_in
from codora.core.languages import active_language_for, direction, reader_language, shown_language
from codora.core.templatetags.figure_tags import days_between
from codora.core.typesetting import typeset_pdf, typeset_png

FOLDER = "codora/campaigns/toolkit"
ALT_TEXTS = "alt-texts"
"""Of the file that says what the pictures show."""


@dataclass(frozen=True)
class Kind:
    """`template` is a Typst file of this folder; `words` and `options` are what it prints and how.

    `size` of a picture is in pixels; a kind without it is a PDF. What `stands_elsewhere` shows no host.
    """

    template: str
    words: Callable[[Facts], Any]
    options: dict[str, Any] = field(default_factory=dict)
    size: tuple[int, int] | None = None

    @property
    def extension(self) -> str:
        return "png" if self.size else "pdf"


def _picture(template: str, width: int, height: int) -> Kind:
    return Kind(template, picture_words, {"width": width, "height": height}, (width, height))


KINDS = {
    "poster-a4": Kind("poster", poster_words, {"paper": "a4"}),
    "poster-a3": Kind("poster", poster_words, {"paper": "a3"}),
    "slides": Kind("slides", slides_words),
    "certificate": Kind("certificate", certificate_words),
    "letter-head-teacher": Kind("letter", letter_to_head_teacher),
    "letter-parents": Kind("letter", letter_to_parents),
    "press-text": Kind("letter", press_text),
    "social-square": _picture("social", 1080, 1080),
    "social-story": _picture("social", 1080, 1920),
    "social-wide": _picture("social", 1200, 630),
    "banner-728x90": _picture("banner", 728, 90),
    "banner-300x250": _picture("banner", 300, 250),
}
BANNERS = [name for name, kind in KINDS.items() if kind.template == "banner"]


def make_documents(
    kinds: Iterable[str],
    *,
    campaign: Campaign,
    period: Period,
    language: str,
    host: str = "",
    logo: Logo | None = None,
) -> dict[str, bytes]:
    """A PDF/UA-1 file or a PNG of each of these KINDS, by file name, in this language (English stands in).

    Of several, a text file tells what the pictures among them show. `host` as `forms.ToolkitForm` cleaned it,
    may be empty; it and the logo are printed, not kept. Raises TypesettingError.
    """
    chosen = {name: KINDS[name] for name in kinds}
    with override(active_language_for(language)):
        facts = facts_of(campaign, period, host)
        begin = f"{campaign.slug}-"
        files = {
            f"{begin}{name}-{language}.{kind.extension}": typeset(kind, facts, logo)
            for name, kind in chosen.items()
        }
        if len(files) > 1 and any(kind.size for kind in chosen.values()):
            names = [name for name in files if name.endswith(".png")]
            files[f"{begin}{ALT_TEXTS}-{language}.txt"] = _alt_texts(names, facts)
    return files


def typeset(kind: Kind, facts: Facts, logo: Logo | None = None) -> bytes:
    """In the active language."""
    content = content_of(kind, facts, logo)
    template = f"{FOLDER}/{kind.template}.typ"
    return typeset_png(template, content) if kind.size else typeset_pdf(template, content)


def content_of(kind: Kind, facts: Facts, logo: Logo | None) -> dict[str, Any]:
    """What the template of this kind reads."""
    return {
        **asdict(kind.words(facts)),
        **kind.options,
        "language": shown_language(),
        "is_right_to_left": direction(shown_language()) == "rtl",
        "site": settings.WAGTAIL_SITE_NAME,
        "url": facts.url.partition("://")[2],
        "hashtag": facts.hashtag,
        "code": code(),
        "qr": _qr_code(facts.start_url if kind.template == "slides" else facts.url),
        "logo": asdict(logo) | {"name": _logo_name(facts)} if logo else None,
    }


def make_zip(files: dict[str, bytes]) -> bytes:
    """Name → content."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def facts_of(campaign: Campaign, period: Period, host: str = "") -> Facts:
    """In the active language."""
    text = text_in(campaign, reader_language())
    return Facts(
        campaign=text.name,
        lead=text.lead,
        about=text.about,
        dates=days_between(period.first_day, period.last_day).replace(" –", "\xa0–"),
        url=f"{settings.BASE_URL}{campaign_url(campaign.slug)}",
        start_url=f"{settings.BASE_URL}/{reader_language()}/learn/",
        hashtag=campaign.hashtag,
        host=host,
    )


def _alt_texts(names: Iterable[str], facts: Facts) -> bytes:
    return "\n".join(f"{name}\n{picture_alt(facts)}\n" for name in names).encode()


def _logo_name(facts: Facts) -> str:
    # Translators: what a picture is; host is a school, library, club or company
    return _("Logo of %(host)s") % {"host": facts.host} if facts.host else _("Logo")


def _qr_code(address: str) -> str:
    """SVG."""
    code = qrcode.make(address, image_factory=qrcode.image.svg.SvgPathImage, border=1)
    return str(code.to_string(encoding="unicode"))
