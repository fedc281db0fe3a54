"""Asking the index."""

from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from codora.core.folding import WORD, fold, stems
from codora.core.languages import ENGLISH, in_reader_language
from codora.search.documents import matching_entries
from codora.search.models import SearchEntry

PER_PAGE = 20
EXCERPT = 180
"""Characters, about."""
BEFORE = 60
"""Characters of an excerpt before the first word that was found."""


@dataclass(frozen=True)
class Result:
    """`title` and `excerpt` are HTML with the found words marked; `language` is that of both."""

    kind: str
    title: SafeString
    excerpt: SafeString
    url: str
    language: str


@dataclass(frozen=True)
class Results:
    """One page of results; `count` is of all pages."""

    results: list[Result]
    count: int

    @property
    def page_count(self) -> int:
        return -(-self.count // PER_PAGE)


def search(query: str, *, language: str, page: int = 1) -> Results:
    """What has every word of the query, for a reader of this language; empty where it has no word."""
    wanted = stems(query)
    if not wanted:
        return Results([], 0)
    keys, count = matching_entries(
        wanted, language=language, fallback=ENGLISH, limit=PER_PAGE, offset=PER_PAGE * (page - 1)
    )
    entries = SearchEntry.objects.in_bulk(keys)
    return Results([_result(entries[key], tuple(wanted)) for key in keys], count)


def _result(entry: SearchEntry, wanted: tuple[str, ...]) -> Result:
    return Result(
        kind=entry.get_kind_display(),
        title=_marked(entry.title, wanted),
        excerpt=_marked(_excerpt(entry.text, wanted), wanted),
        url=in_reader_language(entry.path),
        language=entry.language,
    )


def _excerpt(text: str, wanted: tuple[str, ...]) -> str:
    """A piece of the text around the first word that was found, cut between words."""
    found = next((word.start() for word in WORD.finditer(text) if fold(word[0]).startswith(wanted)), 0)
    begin = 0 if found <= BEFORE else text.find(" ", found - BEFORE) + 1
    end = len(text) if len(text) <= begin + EXCERPT else text.rfind(" ", begin, begin + EXCERPT)
    piece = text[begin : end if end > begin else begin + EXCERPT]
    return f"{'… ' if begin else ''}{piece}{' …' if end < len(text) else ''}"


def _marked(text: str, wanted: tuple[str, ...]) -> SafeString:
    parts, begin = [], 0
    for word in WORD.finditer(text):
        if fold(word[0]).startswith(wanted):
            parts += [text[begin : word.start()], mark_safe(f"<mark>{conditional_escape(word[0])}</mark>")]  # noqa: S308
            begin = word.end()
    return format_html_join("", "{}", ((part,) for part in [*parts, text[begin:]]))
