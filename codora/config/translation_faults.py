"""What is wrong with translations: in catalogues, and in the content that ships."""

from collections.abc import Iterator

from codora.config.translated_content import Item, content_items
from codora.core.catalogues.checks import faults_of, faults_of_catalogue
from codora.core.catalogues.extraction import template_of
from codora.core.catalogues.files import (
    DOMAINS,
    catalogue_file,
    read_catalogue,
    translated_languages,
)
from codora.core.files import name_of
from codora.core.languages import ENGLISH


def translation_faults() -> list[str]:
    """One line a fault: file, place, reason. Raises ContentError for a file that cannot be read."""
    faults = [fault for domain in DOMAINS for fault in _in_catalogues(domain)]
    return faults + [fault for item in content_items() for fault in _in_item(item)]


def _in_catalogues(domain: str) -> Iterator[str]:
    current = {(entry.msgctxt, entry.msgid) for entry in template_of(domain)}
    for language in translated_languages():
        file = name_of(catalogue_file(language, domain))
        catalogue = read_catalogue(language, domain)
        for line, text, fault in faults_of_catalogue(catalogue):
            yield f"{file}:{line}: {text!r} {fault}"
        missing = current - {(entry.msgctxt, entry.msgid) for entry in catalogue}
        if missing:
            _, text = min(missing, key=str)
            yield f"{file}: lacks {len(missing)} messages, such as {text!r}: run make i18n"


def _in_item(item: Item) -> Iterator[str]:
    for language, words in item.texts.items():
        if language == ENGLISH:
            continue
        for key, text in words.texts.items():
            for fault in faults_of(item.english.texts.get(key, ""), text):
                yield f"{name_of(item.files[language])}: {key}: {fault}"
