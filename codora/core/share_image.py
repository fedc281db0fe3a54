"""The picture that previews of links show: one for each page and language, made when it is first asked for.

Its address says what stands on it and is signed, so nobody else can have pictures made with our name on them.
"""

import hashlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone

from codora.core.languages import direction
from codora.core.typesetting import typeset_png

TEMPLATE = "codora/core/share_image.typ"
PARTS = (TEMPLATE, "assets/art/share-scene.svg", "assets/art/logo.svg")
KEPT_DAYS = 30


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
    file = _folder() / f"{hashlib.sha256(token.encode()).hexdigest()}.png"
    with suppress(FileNotFoundError):
        return file.read_bytes()
    image = typeset_png(
        TEMPLATE,
        {
            "language": language,
            "is_right_to_left": direction(language) == "rtl",
            "title": title,
            "site": settings.WAGTAIL_SITE_NAME,
        },
    )
    _keep(file, image)
    return image


def prune_share_images() -> None:
    """Deletes what was made long ago; it is made again when somebody asks."""
    oldest = timezone.now().timestamp() - KEPT_DAYS * 24 * 3600
    for file in _folder().glob("*.png"):
        with suppress(FileNotFoundError):
            if file.stat().st_mtime < oldest:
                file.unlink()


def _keep(file: Path, image: bytes) -> None:
    """Whole or not at all, whoever else makes it at the same time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, delete=False) as unfinished:
        unfinished.write(image)
    Path(unfinished.name).rename(file)


def _folder() -> Path:
    return Path(settings.DATA) / "share-images"


def _signer() -> Signer:
    return Signer(salt="share-image", sep=".")


@cache
def _edition() -> str:
    """Changes with the design, and with it every address."""
    parts = b"".join((settings.ROOT / part).read_bytes() for part in PARTS)
    return hashlib.sha256(parts).hexdigest()[:8]
