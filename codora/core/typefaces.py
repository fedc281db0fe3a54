"""The faces that documents and pictures are set in, and which characters they have."""

from functools import cache
from pathlib import Path

import fontpkg_geologica
import fontpkg_noto_sans_arabic
import fontpkg_source_sans_3
from fontTools.ttLib import TTFont

FOLDERS = [
    Path(package.ROOT) / "files"
    for package in (fontpkg_geologica, fontpkg_source_sans_3, fontpkg_noto_sans_arabic)
]


@cache
def printable_characters() -> frozenset[str]:
    """Every character that at least one face has. Takes a moment the first time."""
    return frozenset().union(*(_characters(file) for folder in FOLDERS for file in folder.glob("*.ttf")))


def _characters(face: Path) -> frozenset[str]:
    with TTFont(face, lazy=True) as font:
        return frozenset(chr(code) for code in font.getBestCmap())
