"""The faces of a certificate, and which characters they have."""

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
    files = [file for folder in FOLDERS for file in folder.glob("*.ttf")]
    return frozenset(chr(code) for file in files for code in TTFont(file, lazy=True).getBestCmap())
