"""The language switcher: one real link for each language."""

from dataclasses import dataclass

from django.conf import settings

from codora.core.languages import has_interface, reader_language, switch_language


@dataclass(frozen=True)
class LanguageLink:
    """`is_translated`: the site's own words are shown in this language, not in English."""

    code: str
    name: str
    url: str
    is_current: bool
    is_translated: bool


def language_links(path: str) -> list[LanguageLink]:
    """Links to the page at `path` in every language, by native name. A path that is not ours leads home."""
    return [
        LanguageLink(
            code,
            name,
            switch_language(path, code),
            is_current=code == reader_language(),
            is_translated=has_interface(code),
        )
        for code, name in settings.LANGUAGES
    ]
