"""The picture that previews of links show: one for each page and language, made when it is first asked for.

Its address says what stands on it and is signed, so nobody else can have pictures made with our name on them.
"""

import hashlib
from functools import cache

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from codora.core.kept_files import KeptFiles
from codora.core.languages import direction
from codora.core.typesetting import typeset_png

TEMPLATE = "codora/core/share_image.typ"
PARTS = (TEMPLATE, "assets/art/share-scene.svg", "assets/art/logo.svg")
_kept = KeptFiles("share-images", "png")


class UnknownImage(Exception):
    """The address is none of ours."""


def share_image_url(title: str, language: str) -> str:
    """Absolute address of the picture for a page of this title."""
    token = _signer().sign_object([language, title, _edition()], compress=True)
    return f"{settings.BASE_URL}{reverse('share_image', args=[token])}"


def share_image(token: str) -> bytes:
    """The PNG of an address; kept in the data folder. Raises UnknownImage, TypesettingError."""
    try:
        language, title, _ = _signer().unsign_object(token)
    except (BadSignature, ValueError):
        raise UnknownImage from None
    return _kept.get(token, lambda: _typeset(title, language))


def prune_share_images() -> None:
    """Deletes what was made long ago; it is made again when somebody asks."""
    _kept.prune()


def _typeset(title: str, language: str) -> bytes:
    return typeset_png(
        TEMPLATE,
        {
            "language": language,
            "is_right_to_left": direction(language) == "rtl",
            "title": title,
            "site": settings.WAGTAIL_SITE_NAME,
        },
    )


def _signer() -> Signer:
    return Signer(salt="share-image", sep=".")


@cache
def _edition() -> str:
    """Changes with the design, and with it every address."""
    parts = b"".join((settings.ROOT / part).read_bytes() for part in PARTS)
    return hashlib.sha256(parts).hexdigest()[:8]
