"""URLs that begin with the reader's language."""

from django.urls import URLPattern, URLResolver
from django.urls.resolvers import LocalePrefixPattern

from codora.core.languages import reader_language


class ReaderPrefixPattern(LocalePrefixPattern):
    """`/fr/` for a reader of French, even while the page is shown in English."""

    @property
    def language_prefix(self) -> str:
        return f"{reader_language()}/"


def language_patterns(*patterns: URLPattern | URLResolver) -> list[URLResolver]:
    """The patterns under a prefix for each language; `reverse` uses the active reader's."""
    return [URLResolver(ReaderPrefixPattern(), list(patterns))]
