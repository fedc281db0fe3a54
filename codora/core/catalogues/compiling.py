"""Making of catalogues what the site reads: .mo for Django, JSON for browsers."""

import gettext
import json
from collections import Counter
from typing import Any

import polib
from django.conf import settings

from codora.core.catalogues.extraction import template_of
from codora.core.catalogues.files import catalogue_file, read_catalogue, translated_languages
from codora.core.catalogues.pseudo import pseudo_catalogue
from codora.core.languages import ENGLISH, PSEUDO_LANGUAGE, babel_locale

# A language is shown once this share of its messages is translated; below it, all is English.
SHOWN_FROM = 0.9
CATEGORIES = ("zero", "one", "two", "few", "many", "other")


def compile_catalogues() -> None:
    """Writes locale/<language>/LC_MESSAGES/django.mo and build/messages/<language>.json."""
    folder = settings.BUILD / "messages"
    folder.mkdir(parents=True, exist_ok=True)
    reviews = {}
    for language in translated_languages():
        site, browser = read_catalogue(language, "django"), read_catalogue(language, "browser")
        _compile_for_site(site, language)
        _write_json(f"{language}.json", browser_catalogue(browser, language))
        reviews[language] = site.metadata["X-Review"]
    if PSEUDO_LANGUAGE in settings.LANGUAGES:
        code = PSEUDO_LANGUAGE[0]
        _compile_for_site(pseudo_catalogue(template_of("django")), code)
        _write_json(f"{code}.json", browser_catalogue(pseudo_catalogue(template_of("browser")), code))
    _write_json("reviews.json", reviews)
    _write_json(f"{ENGLISH}.json", {"plural": {"one": 0, "other": 1}, "messages": {}})


def share_translated(catalogue: polib.POFile) -> float:
    return len(catalogue.translated_entries()) / max(len(catalogue), 1)


def _compile_for_site(catalogue: polib.POFile, language: str) -> None:
    compiled = catalogue_file(language, "django").with_suffix(".mo")
    if share_translated(catalogue) >= SHOWN_FROM:
        compiled.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save_as_mofile(str(compiled))
    else:
        compiled.unlink(missing_ok=True)


def _write_json(name: str, content: Any) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=0)
    (settings.BUILD / "messages" / name).write_text(text, encoding="utf-8")


def browser_catalogue(catalogue: polib.POFile, language: str) -> dict[str, Any]:
    """In the form of `MessageCatalogue` in engine/src/schema/player-data.ts."""
    messages: dict[str, str | list[str]] = {}
    for entry in catalogue.translated_entries():
        key = f"{entry.msgctxt}\u0004{entry.msgid}" if entry.msgctxt else entry.msgid
        forms = [form for _, form in sorted(entry.msgstr_plural.items())]
        messages[key] = forms or entry.msgstr
    return {"plural": plural_indexes(catalogue.metadata["Plural-Forms"], language), "messages": messages}


def plural_indexes(plural_forms: str, language: str) -> dict[str, int]:
    """CLDR plural category → index of the form that gettext uses for (nearly) all numbers of this category.

    Categories that no whole number has get the form of `other`, or the last one.
    """
    index_of = gettext.c2py(plural_forms.split("plural=")[1].rstrip("; "))
    category_of = babel_locale(language).plural_form
    seen: dict[str, Counter[int]] = {category: Counter() for category in CATEGORIES}
    for number in range(1000):
        seen[category_of(number)][index_of(number)] += 1
    indexes = {
        category: min(counts, key=lambda i: (-counts[i], i)) for category, counts in seen.items() if counts
    }
    other = indexes.get("other", max(indexes.values()))
    return {category: indexes.get(category, other) for category in CATEGORIES}
