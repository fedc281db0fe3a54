"""The page cache as the settings describe it; one in each process."""

from urllib.parse import urlsplit

from django.conf import settings

from codora.core.api import PREFIX
from codora.core.api.negotiation import LANGUAGE, accepts_json
from codora.core.languages import preferred_language
from codora.core.page_cache.cache import PageCache
from codora.core.page_cache.generations import Generations
from codora.core.page_cache.requests import Negotiated, Requests


def _origins() -> frozenset[str]:
    """The public address, and this machine's own names with the same scheme and port."""
    base = urlsplit(settings.BASE_URL)
    port = f":{base.port}" if base.port else ""
    hosts = ("127.0.0.1", "localhost", base.hostname)
    return frozenset(f"{base.scheme}://{host}{port}" for host in hosts)


page_cache = PageCache(
    most_bytes=settings.PAGE_CACHE_BYTES,
    shared_seconds=settings.SHARED_CACHE_SECONDS,
    generations=Generations(),
)
cacheable_requests = Requests(
    first_parts=frozenset(dict(settings.LANGUAGES)),
    origins=_origins(),
    is_behind_proxy=settings.IS_BEHIND_PROXY,
    negotiated=Negotiated(
        prefix=PREFIX,
        language_name=LANGUAGE,
        language_for=preferred_language,
        accepts=accepts_json,
    ),
)
