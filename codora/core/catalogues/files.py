"""Where catalogues lie, and how a new one begins."""

from pathlib import Path

import polib
from babel.messages.plurals import get_plural
from django.conf import settings

from codora.core.files import ContentError
from codora.core.languages import babel_locale
from codora.core.review import Review

DOMAINS = ("django", "browser")
# Babel's rule for Maltese is not the one that gettext and CLDR have.
PLURALS = {
    "mt": "nplurals=4; plural="
    "(n==1 ? 0 : n==0 || (n%100>1 && n%100<11) ? 1 : (n%100>10 && n%100<20) ? 2 : 3);"
}


def locale_folder() -> Path:
    return Path(settings.LOCALE_PATHS[0])


def catalogue_file(language: str, domain: str) -> Path:
    return locale_folder() / language / "LC_MESSAGES" / f"{domain}.po"


def translated_languages() -> list[str]:
    """Languages that have a catalogue, complete or not."""
    return sorted({file.parent.parent.name for file in locale_folder().glob("*/LC_MESSAGES/*.po")})


def read_catalogue(language: str, domain: str) -> polib.POFile:
    """The catalogue, or the beginning of one where there is none. Raises ContentError."""
    file = catalogue_file(language, domain)
    if not file.exists():
        return new_catalogue(language)
    try:
        catalogue = polib.pofile(str(file), encoding="utf-8", wrapwidth=100)
    except OSError as error:
        raise ContentError(file, f"this is not a PO file ({error}).") from None
    if catalogue.metadata.get("X-Review") not in Review.values:
        raise ContentError(file, "the header X-Review must be draft or native.")
    return catalogue


def new_catalogue(language: str) -> polib.POFile:
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.header = f"Codora in {babel_locale(language).get_language_name('en')}. See docs/translating.md."
    catalogue.metadata = {
        "Project-Id-Version": "Codora",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS.get(language) or get_plural(language).plural_forms.removesuffix(";") + ";",
        "X-Review": Review.DRAFT.value,
    }
    return catalogue


def save_catalogue(catalogue: polib.POFile, language: str, domain: str) -> None:
    file = catalogue_file(language, domain)
    file.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(file))


def form_count(catalogue: polib.POFile) -> int:
    """How many plural forms the catalogue's language has."""
    return int(catalogue.metadata["Plural-Forms"].split("nplurals=")[1].split(";")[0])
