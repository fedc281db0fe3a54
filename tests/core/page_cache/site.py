"""A site behind the cache: it counts how often it is asked, and shows what it was last told."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import brotli

from codora.core.page_cache.cache import PageCache
from codora.core.page_cache.generations import Generations
from codora.core.page_cache.policy import KEEP
from codora.core.page_cache.requests import Negotiated, Requests
from codora.core.page_cache.wsgi import CachedSite

PAGE = "<p>" + "words " * 300


@dataclass
class Site:
    text: str = PAGE
    status: str = "200 OK"
    headers: list[tuple[str, str]] = field(
        default_factory=lambda: [("Content-Type", "text/html; charset=utf-8")]
    )
    seconds: int | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    before: Callable[[], None] = lambda: None

    def __call__(self, environ, start_response):
        self.asked.append(environ)
        self.before()
        if self.seconds is not None:
            environ[KEEP] = self.seconds
        start_response(self.status, list(self.headers))
        return [f"{environ['PATH_INFO']}?{environ['QUERY_STRING']} {self.text}".encode()]


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    raw: bytes

    @property
    def text(self) -> str:
        encoding = self.headers.get("Content-Encoding")
        body = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding](self.raw)
        return body.decode()


class Visited:
    """The site with its cache, a clock and a generation in the test's hand."""

    def __init__(self, site: Site | None = None, *, most_bytes: int = 10_000_000) -> None:
        self.site = site or Site()
        self.now = 0.0
        self.generation = 0
        self.generations = Generations(lambda: {"pages": self.generation})
        self.generations.refresh()
        self.cache = PageCache(
            most_bytes=most_bytes, shared_seconds=300, generations=self.generations, clock=lambda: self.now
        )
        requests = Requests(
            first_parts=frozenset({"en", "de"}),
            origins=frozenset({"http://codora.example"}),
            negotiated=Negotiated(
                prefix="/api/",
                language_name="language",
                language_for=lambda accepted: "de" if accepted.startswith("de") else "en",
                accepts=lambda accepted: accepted != "text/html",
            ),
        )
        self.application = CachedSite(self.site, self.cache, requests)

    def change(self) -> None:
        self.generation += 1
        self.generations.refresh()

    def get(self, path: str = "/en/", query: str = "", method: str = "GET", **headers: str) -> Answer:
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "wsgi.url_scheme": "http",
            "HTTP_HOST": "codora.example",
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        started: list[Any] = []
        body = b"".join(self.application(environ, lambda *given: started.extend(given)))
        return Answer(int(started[0].split()[0]), dict(started[1]), body)

    @property
    def made(self) -> int:
        return len(self.site.asked)
