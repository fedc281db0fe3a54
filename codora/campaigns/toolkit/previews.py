"""How the documents look, as small pictures, and the banners: each made once for all that it says."""

import hashlib
import json
from functools import cache
from io import BytesIO

from django.conf import settings
from PIL import Image

from codora.campaigns.toolkit.documents import FOLDER, KINDS, content_of, typeset
from codora.campaigns.toolkit.facts import Facts
from codora.core.kept_files import KeptFiles
from codora.core.typesetting import typeset_pages

ART = "assets/art"
MOST = (720, 900)
"""Pixels: twice what the page shows, for sharp screens."""
CHOSEN_SLIDES = (0, 2, 4, 6)
GAP = 36
_previews = KeptFiles("toolkit-previews", "webp")
_banners = KeptFiles("toolkit-banners", "png")


def preview_of(name: str, facts: Facts) -> bytes:
    """WebP, of one of KINDS, in the active language. Raises TypesettingError."""
    return _previews.get(_key(name, facts), lambda: _preview(name, facts))


def banner_of(name: str, facts: Facts) -> bytes:
    """PNG, of one of BANNERS, in the active language. Raises TypesettingError."""
    return _banners.get(_key(name, facts), lambda: typeset(KINDS[name], facts))


def prune_pictures() -> None:
    """Deletes what was made long ago; it is made again when somebody asks."""
    _previews.prune()
    _banners.prune()


def _key(name: str, facts: Facts) -> str:
    return json.dumps([name, content_of(KINDS[name], facts, None), _design()])


@cache
def _design() -> str:
    """Changes with every template and drawing."""
    parts = [*(settings.ROOT / FOLDER).glob("*.typ"), *(settings.ROOT / ART).glob("*.svg")]
    return hashlib.sha256(b"".join(part.read_bytes() for part in sorted(parts))).hexdigest()


def _preview(name: str, facts: Facts) -> bytes:
    kind = KINDS[name]
    pages = typeset_pages(f"{FOLDER}/{kind.template}.typ", content_of(kind, facts, None))
    picture = _side_by_side(pages) if len(pages) > 1 else _picture(pages[0])
    picture.thumbnail(MOST)
    file = BytesIO()
    picture.save(file, "WEBP", quality=84)
    return file.getvalue()


def _side_by_side(pages: list[bytes]) -> Image.Image:
    """Four of them, two in a row."""
    chosen = [_picture(pages[index]) for index in CHOSEN_SLIDES]
    width, height = chosen[0].size
    whole = Image.new("RGBA", (2 * width + GAP, 2 * height + GAP))
    for index, page in enumerate(chosen):
        whole.paste(page, ((index % 2) * (width + GAP), (index // 2) * (height + GAP)))
    return whole


def _picture(page: bytes) -> Image.Image:
    return Image.open(BytesIO(page)).convert("RGB")
