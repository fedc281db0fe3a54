"""How much of Codora each language has: by area, what is translated, out of date, a draft."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import msgspec
import polib
from django.conf import settings

from codora.config.translated_content import Item, content_items
from codora.core.catalogues.extraction import template_of
from codora.core.catalogues.files import DOMAINS, read_catalogue
from codora.core.languages import ENGLISH
from codora.core.review import Review

AREA_OF_DOMAIN = {"django": "interface", "browser": "player"}
INTRODUCTION = """# Coverage

Written by `make i18n`; do not edit. *Stale*: the English text changed since it was translated. *Draft*: no
native speaker has read all of it. *Native*: one has.

"""


@dataclass(frozen=True)
class Coverage:
    """Counts of messages or keys; `translated` includes the stale ones."""

    total: int
    translated: int
    stale: int
    review: str

    def __str__(self) -> str:
        if not self.translated:
            return "–"
        stale = f", {self.stale} stale" if self.stale else ""
        return f"{self.translated} of {self.total}{stale}, {self.review}"

    def __add__(self, other: "Coverage") -> "Coverage":
        """Of two parts together: a draft as long as one of them is."""
        review = Review.DRAFT.value if Review.DRAFT in (self.review, other.review) else self.review
        return Coverage(
            self.total + other.total, self.translated + other.translated, self.stale + other.stale, review
        )


Areas = Mapping[str, Coverage]


def coverage() -> dict[str, Areas]:
    """Language → area → coverage; every language of the site but English has every area."""
    templates = {domain: template_of(domain) for domain in DOMAINS}
    items = list(content_items())
    return {
        code: _of_language(code, templates, items)
        for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES
        if code != ENGLISH
    }


def _of_language(code: str, templates: Mapping[str, polib.POFile], items: list[Item]) -> Areas:
    areas = {
        AREA_OF_DOMAIN[domain]: _of_catalogue(template, read_catalogue(code, domain))
        for domain, template in templates.items()
    }
    for item in items:
        part = _of_item(item, code)
        areas[item.area] = areas[item.area] + part if item.area in areas else part
    return areas


def as_markdown(table: Mapping[str, Areas]) -> str:
    areas = list(next(iter(table.values())))
    lines = [f"| language | {' | '.join(areas)} |", f"|---|{'---|' * len(areas)}"]
    names = dict(settings.LANGUAGES)
    for code, row in table.items():
        lines.append(f"| {names[code]} ({code}) | {' | '.join(str(row[area]) for area in areas)} |")
    return INTRODUCTION + "\n".join(lines) + "\n"


def as_json(table: Mapping[str, Areas]) -> bytes:
    """For the page /translate/: see codora.core.coverage."""
    return msgspec.json.encode(
        {code: {area: asdict(found) for area, found in row.items()} for code, row in table.items()}
    )


def _of_catalogue(template: polib.POFile, catalogue: polib.POFile) -> Coverage:
    keys = {(entry.msgctxt, entry.msgid) for entry in template}
    known = [entry for entry in catalogue if (entry.msgctxt, entry.msgid) in keys and not entry.obsolete]
    stale = sum(entry.fuzzy for entry in known)
    translated = sum(entry.translated() for entry in known) + stale
    return Coverage(len(keys), translated, stale, catalogue.metadata["X-Review"])


def _of_item(item: Item, code: str) -> Coverage:
    english, texts = item.english, item.texts.get(code)
    total = len(english.texts)
    if texts is None:
        return Coverage(total, 0, 0, Review.DRAFT.value)
    translated = total - len(texts.missing(english))
    return Coverage(total, translated, len(texts.stale(english)), texts.review)
