"""What every template knows about its reader."""

from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from codora.core import languages
from codora.core.switcher import language_links


def reader(request: HttpRequest) -> dict[str, object]:
    """`reader_language` stands in the URL; `shown_language` is the interface's: English if untranslated.

    `language_links` is a function without arguments, so that a page without a switcher does no work for it.
    """
    code, shown = languages.reader_language(), languages.shown_language()
    return {
        "reader_language": code,
        "reader_language_name": languages.native_name(code),
        "shown_language": shown,
        "direction": languages.direction(shown),
        "home_url": f"/{code}/",
        "site_search_url": f"/{code}/search/",
        "account_url": f"/{code}/account/",
        "languages_url": f"{reverse('core:language_list')}?next={quote(request.path)}",
        "language_count": len(settings.WAGTAIL_CONTENT_LANGUAGES),
        "language_links": lambda: language_links(request.get_full_path()),
    }
