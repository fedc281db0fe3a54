"""Pictures from outside, written anew: what is kept is nothing but pixels.

A file that only calls itself a picture cannot be decoded and is refused; metadata (place, device, person) and
whatever hides behind the pixels is gone, since the bytes that came in are not kept.
"""

import warnings
from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

MAX_PIXELS = 40_000_000
MAX_SIDE = 4000
"""Larger pictures are made smaller: no page shows them larger."""
# Format as decoded → format as written, extension.
FORMATS = {"JPEG": ("JPEG", "jpg"), "MPO": ("JPEG", "jpg"), "PNG": ("PNG", "png"), "WEBP": ("WEBP", "webp")}


class PictureRefused(Exception):
    """Why, for the person who sent it."""


def clean_picture(content: bytes, name: str) -> ContentFile[bytes]:
    """The picture as a new file with the extension that it deserves. Raises PictureRefused."""
    picture = _decoded(content)
    kind, extension = FORMATS[picture.format or ""]
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((MAX_SIDE, MAX_SIDE))
    if kind == "JPEG" and upright.mode not in {"RGB", "L"}:
        upright = upright.convert("RGB")
    bare = Image.new(upright.mode, upright.size)
    if palette := upright.getpalette():
        bare.putpalette(palette)
    bare.paste(upright)
    written = BytesIO()
    transparency = {"transparency": upright.info["transparency"]} if "transparency" in upright.info else {}
    bare.save(written, kind, **({"quality": 88} if kind != "PNG" else {"optimize": True}), **transparency)
    return ContentFile(written.getvalue(), name=f"{Path(name).stem}.{extension}")


def _decoded(content: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(content), formats=list(FORMATS))
            if picture.width * picture.height > MAX_PIXELS:
                raise PictureRefused(
                    _("The picture has too many pixels: at most %(number)d million are taken.")
                    % {"number": MAX_PIXELS // 1_000_000}
                )
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise PictureRefused(_("This is not a picture in JPEG, PNG or WebP, or it is damaged.")) from error
    return picture
