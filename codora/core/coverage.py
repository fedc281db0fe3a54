"""How much of the site each language has: counted at the build (`manage.py i18n`), shown at /translate/."""

from dataclasses import dataclass
from typing import Any

import msgspec
from django.conf import settings
from django.utils.translation import pgettext

from codora.core.languages import native_name
from codora.core.review import Review

BUILT_COVERAGE = settings.BUILD / "coverage.json"


@dataclass(frozen=True)
class Part:
    """Texts of one area. `state` is a word: nothing yet, begun, draft, read by a native speaker."""

    area: str
    total: int
    translated: int
    stale: int
    state: str


@dataclass(frozen=True)
class Row:
    code: str
    name: str
    parts: list[Part]


def read_coverage() -> list[Row]:
    """A row a language, those with the most first, then by name."""
    built = msgspec.json.decode(BUILT_COVERAGE.read_bytes()) if BUILT_COVERAGE.exists() else {}
    rows = [
        Row(code, native_name(code), [_part(area, found) for area, found in areas.items()])
        for code, areas in built.items()
    ]
    return sorted(rows, key=lambda row: (-sum(part.translated for part in row.parts), row.name))


def _part(area: str, found: dict[str, Any]) -> Part:
    return Part(_area_name(area), found["total"], found["translated"], found["stale"], _state(found))


def _area_name(area: str) -> str:
    names = {
        # Translators: a part of what is to be translated: buttons, menus, forms
        "interface": pgettext("translation area", "Site"),
        # Translators: a part of what is to be translated: the coding page
        "player": pgettext("translation area", "Player"),
        # Translators: a part of what is to be translated: names and texts of campaigns
        "campaigns": pgettext("translation area", "Campaigns"),
        # Translators: a part of what is to be translated: articles and other pages
        "pages": pgettext("translation area", "Pages"),
    }
    return names.get(area) or area.replace("-", " ").capitalize()


def _state(found: dict[str, Any]) -> str:
    if not found["translated"]:
        return pgettext("translation", "not begun")
    if found["translated"] < found["total"]:
        return pgettext("translation", "begun")
    return (
        pgettext("translation", "read by a native speaker")
        if found["review"] == Review.NATIVE
        else pgettext("translation", "draft")
    )
