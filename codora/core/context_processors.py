"""What every template knows about its reader."""

from django.http import HttpRequest

from codora.core import languages


def reader(request: HttpRequest) -> dict[str, object]:
    """`reader_language` stands in the URL; `shown_language` is what the interface is in (English where untranslated)."""
    code, shown = languages.reader_language(), languages.shown_language()
    return {
        "reader_language": code,
        "reader_language_name": languages.native_name(code),
        "shown_language": shown,
        "direction": languages.direction(shown),
    }
