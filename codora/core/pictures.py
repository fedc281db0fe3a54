"""Pictures from outside, written anew: what is kept is nothing but pixels.

A file that only calls itself a picture cannot be decoded and is refused; metadata (place, device, person) and
whatever hides behind the pixels is gone, since the bytes that came in are not kept.
"""

import warnings
from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

MAX_PIXELS = 40_000_000
MAX_SIDE = 4000
"""Larger pictures are made smaller: no page shows them larger."""
# Format as decoded → format as written, extension.
FORMATS = {"JPEG": ("JPEG", "jpg"), "MPO": ("JPEG", "jpg"), "PNG": ("PNG", "png"), "WEBP": ("WEBP", "webp")}
QUALITY = 88


class PictureRefused(Exception):
    """Why, for the person who sent it."""


class CleanPicture(ContentFile[bytes]):
    """A file that clean_picture wrote."""


def clean_picture(content: bytes, name: str, *, max_side: int = MAX_SIDE) -> CleanPicture:
    """The picture as a new file with the extension that it deserves. Raises PictureRefused.

    `max_side` is in pixels: a larger picture is made smaller.
    """
    picture = _decoded(content)
    kind, extension = FORMATS[picture.format or ""]
    upright = _in_srgb(ImageOps.exif_transpose(picture))
    upright.thumbnail((max_side, max_side))
    upright = upright.convert(_mode(upright, kind))
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    written = BytesIO()
    if kind == "PNG":
        bare.save(written, kind, optimize=True)
    else:
        bare.save(written, kind, quality=QUALITY)
    return CleanPicture(written.getvalue(), name=f"{Path(name).stem}.{extension}")


def _mode(picture: Image.Image, kind: str) -> str:
    is_transparent = kind != "JPEG" and picture.has_transparency_data
    return "RGBA" if is_transparent else "RGB"


def _in_srgb(picture: Image.Image) -> Image.Image:
    """In the colours of the web: those of a camera's own profile would change once the profile is gone."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode != "RGB":
        return picture
    try:
        own, srgb = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(picture, own, srgb)
    except (ImageCms.PyCMSError, OSError):
        return picture
    return converted or picture


def _decoded(content: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP"))
            if picture.width * picture.height > MAX_PIXELS:
                raise _too_large()
            picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large() from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise PictureRefused(_("This is not a picture in JPEG, PNG or WebP, or it is damaged.")) from error
    return picture


def _too_large() -> PictureRefused:
    message = _("The picture has too many pixels: at most %(number)d million are taken.")
    return PictureRefused(message % {"number": MAX_PIXELS // 1_000_000})
