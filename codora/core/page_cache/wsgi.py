"""The cache around the WSGI site."""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from codora.core.page_cache.cache import PageCache, Reply, reply_from
from codora.core.page_cache.entry import Entry
from codora.core.page_cache.policy import KEEP, LONGEST_S
from codora.core.page_cache.requests import Asked, Key, Requests

STATUS_LINES = {status.value: f"{status.value} {status.phrase}" for status in HTTPStatus}

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Site = Callable[[Environ, StartResponse], Iterable[bytes]]


class CachedSite:
    """Answers from the cache what it may, and asks the site for the rest."""

    def __init__(self, site: Site, cache: PageCache, requests: Requests) -> None:
        self._site = site
        self._cache = cache
        self._requests = requests

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        key = self._requests.key_of(asked_in(environ))
        if key is None:
            return self._site(environ, start_response)
        entry, generation = self._cache.claim(key)
        reply = answer(entry, environ) if entry else self._make(key, environ, generation)
        start_response(STATUS_LINES[reply.status], list(reply.headers))
        return [reply.body]

    def _make(self, key: Key, environ: Environ, generation: object) -> Reply:
        made = None
        try:
            made = self._ask(key, environ)
        finally:
            entry = self._cache.done(key, made, generation)
        if entry:
            return answer(entry, environ)
        is_head = environ["REQUEST_METHOD"] == "HEAD"
        return made._replace(body=b"") if is_head else made

    def _ask(self, key: Key, environ: Environ) -> Reply:
        """The site's own answer: the whole page, not compressed, whatever this browser asked for."""
        plain = {**environ, "REQUEST_METHOD": "GET", "QUERY_STRING": key.query}
        for name in ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE"):
            plain.pop(name, None)
        if key.language:
            plain["HTTP_ACCEPT_LANGUAGE"] = key.language
        started: list[Any] = []
        parts = self._site(plain, lambda status, headers, error=None: started.extend((status, headers)))
        try:
            body = b"".join(parts)
        finally:
            if hasattr(parts, "close"):
                parts.close()
        status, headers = started
        return Reply(int(status.split(" ", 1)[0]), headers, body, plain.get(KEEP, LONGEST_S))


def answer(entry: Entry, environ: Environ) -> Reply:
    return reply_from(
        entry,
        accepted=environ.get("HTTP_ACCEPT_ENCODING", ""),
        if_none_match=environ.get("HTTP_IF_NONE_MATCH", ""),
        is_head=environ["REQUEST_METHOD"] == "HEAD",
    )


def asked_in(environ: Environ) -> Asked:
    return Asked(
        method=environ["REQUEST_METHOD"],
        scheme=environ["wsgi.url_scheme"],
        forwarded_scheme=environ.get("HTTP_X_FORWARDED_PROTO", ""),
        host=environ.get("HTTP_HOST", ""),
        path=environ["PATH_INFO"],
        query=environ.get("QUERY_STRING", ""),
        cookies=environ.get("HTTP_COOKIE", ""),
        accept=environ.get("HTTP_ACCEPT", ""),
        accept_language=environ.get("HTTP_ACCEPT_LANGUAGE", ""),
    )
