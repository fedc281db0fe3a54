"""The palette keeps its promise: every pair of text and ground that components use has enough contrast."""

import re

import pytest
from django.conf import settings

TOKENS = (settings.ROOT / "assets" / "css" / "tokens.css").read_text()
FALLBACK = (settings.ROOT / "assets" / "css" / "tokens-fallback.css").read_text()
ROOT_TOKENS = dict(re.findall(r"--([\w-]+):\s*([^;]+);", TOKENS.partition("[data-theme")[0]))

# WCAG 2.2: text 4.5, icons and edges of controls 3.
TEXT, GRAPHIC = 4.5, 3.0
PAIRS = [
    *[
        (text, ground, TEXT)
        for text in ("text", "muted", "link", "error")
        for ground in ("ground", "surface", "sunken")
    ],
    ("link-visited", "ground", TEXT),
    ("on-primary", "primary", TEXT),
    ("on-tint", "tint", TEXT),
    ("on-accent", "accent", TEXT),
    ("info", "info-tint", TEXT),
    ("error-text", "error-tint", TEXT),
    ("success", "success-tint", TEXT),
    ("warning", "warning-tint", TEXT),
    *[
        (ink, "code-ground", TEXT)
        for ink in ("code-text", "code-quiet", "code-keyword", "code-number", "code-name")
    ],
    *[("ink", f"block-{name}", TEXT) for name in ("event", "loop", "sensing", "variable")],
    *[("white", f"block-{name}", TEXT) for name in ("motion", "logic", "function")],
    *[("control", ground, GRAPHIC) for ground in ("ground", "surface", "sunken")],
    ("icon", "surface", GRAPHIC),
    ("focus-line", "ground", GRAPHIC),
]


def colour(name: str, theme: str) -> tuple[int, int, int]:
    value = ROOT_TOKENS[name]
    if both := re.fullmatch(r"light-dark\((.+), (.+)\)", value):
        value = both[1 if theme == "light" else 2]
    if alias := re.fullmatch(r"var\(--([\w-]+)\)", value):
        return colour(alias[1], theme)
    digits = value.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def luminance(rgb: tuple[int, int, int]) -> float:
    shares = [part / 255 for part in rgb]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast_is_enough(front, back, least, theme):
    assert contrast(colour(front, theme), colour(back, theme)) >= least


def test_contrast_is_computed_as_wcag_does():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_old_browsers_get_a_plain_value_for_every_themed_token():
    themed = {name for name, value in ROOT_TOKENS.items() if "light-dark(" in value}
    assert themed == set(re.findall(r"--([\w-]+):", FALLBACK))
