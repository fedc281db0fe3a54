"""The host's logo, made ready for print: cut out, small enough, on a ground on which it can be seen."""

import base64
from dataclasses import dataclass
from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageChops

from codora.core.pictures import CleanPicture

MAX_SIDE = 1200
"""Pixels: enough for 75 mm on paper at 400 dots an inch."""
OPAQUE = 24
"""An alpha below this counts as nothing."""
WHITE, DARK = "#FFFFFF", "#06352A"
MUCH = 0.3
CLOSE = 60
"""Two colours whose channels differ by less, of 255, can hardly be told apart on paper."""


@dataclass(frozen=True)
class Logo:
    """`svg` holds the pixels, since a document takes text alone; `ratio` is width by height.

    `ground` is the colour to put behind it.
    """

    svg: str
    ratio: float
    ground: str


def prepare_logo(picture: CleanPicture) -> Logo:
    """Without its empty margins. Raises ValidationError where nothing is to be seen.

    No side should be longer than MAX_SIDE.
    """
    picture.seek(0)
    image = Image.open(BytesIO(picture.read())).convert("RGBA")
    ground = _own_ground(image)
    bounds = _ink(image, ground).getbbox()
    if bounds is None:
        raise ValidationError(_("Nothing can be seen on this picture: all of it has one colour."))
    image = image.crop(bounds)
    return Logo(_as_svg(image), image.width / image.height, ground or _fitting_ground(image))


def _own_ground(image: Image.Image) -> str:
    """The colour of all four corners of a picture without holes, else empty."""
    has_holes = image.getchannel("A").histogram()[255] < image.width * image.height
    bare = image.convert("RGB")
    edges = (0, image.width - 1), (0, image.height - 1)
    corners = [bare.crop((x, y, x + 1, y + 1)).tobytes() for x in edges[0] for y in edges[1]]
    steps = (abs(a - b) for corner in corners for a, b in zip(corner, corners[0], strict=True))
    return "" if has_holes or max(steps) >= OPAQUE else f"#{corners[0].hex().upper()}"


def _ink(image: Image.Image, ground: str) -> Image.Image:
    """Where there is more than ground."""
    if not ground:
        return image.getchannel("A").point(lambda alpha: 255 if alpha >= OPAQUE else 0)
    plain = Image.new("RGB", image.size, ground)
    difference = ImageChops.difference(image.convert("RGB"), plain).convert("L")
    return difference.point(lambda step: 255 if step >= OPAQUE else 0)


def _fitting_ground(image: Image.Image) -> str:
    """White, unless much of the logo would be lost on it and less on a dark one."""
    visible = _is_there(image).histogram()[255]
    lost = _lost(image, WHITE)
    return DARK if lost > MUCH * visible and _lost(image, DARK) < lost else WHITE


def _lost(image: Image.Image, ground: str) -> int:
    """How many of its pixels cannot be told from this ground."""
    plain = Image.new("RGB", image.size, ground)
    channels = ImageChops.difference(image.convert("RGB"), plain).split()
    strongest = ImageChops.lighter(ImageChops.lighter(*channels[:2]), channels[2])
    is_close = strongest.point(lambda step: 255 if step < CLOSE else 0)
    return ImageChops.multiply(is_close, _is_there(image)).histogram()[255]


def _is_there(image: Image.Image) -> Image.Image:
    return image.getchannel("A").point(lambda alpha: 255 if alpha >= 128 else 0)


def _as_svg(image: Image.Image) -> str:
    file = BytesIO()
    image.save(file, "PNG")
    data = base64.b64encode(file.getvalue()).decode()
    size = f'width="{image.width}" height="{image.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {image.width} {image.height}">'
        f'<image {size} href="data:image/png;base64,{data}"/></svg>'
    )
