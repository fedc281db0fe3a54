"""Lists of the public API, with a directory of 20,000 partners: made anew, and from memory beside a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.pages import CONNECTIONS, ROUNDS, SECONDS, UNCACHED, WSGI, Rate, fetch, median_of, rate_of
from bench.report import Finding, Section
from bench.site import EVERYTHING, PORT, SITE, manage, processor_seconds, serving

PARTNERS = 20_000
LISTS = {
    "activities": "/api/v1/activities?language=de",
    "campaigns": "/api/v1/campaigns?language=de",
    "news": "/api/v1/news?language=de",
    "20 partners": "/api/v1/partners?language=de",
    "20 partners, three filters": "/api/v1/partners?language=de&kind=company&works_in=fr&country=IT",
    "20 partners, from the middle": f"/api/v1/partners?language=de&offset={PARTNERS // 2}",
    "20 partners, by words of the name": "/api/v1/partners?language=de&q=ba",
    "100 partners": "/api/v1/partners?language=de&limit=100",
}
MOST_MS = 25
"""For 20 objects made anew: as long as a page of the directory may take."""


def measure(data: Path) -> Section:
    manage(data, "shell", "-c", f"from bench.many_partners import fill; fill({PARTNERS})")
    return Section(
        "Public API",
        "python bench/run.py api",
        [*_uncached(data), *_cached(data)],
        [
            f"{PARTNERS:,} partners, SQLite. Made anew: {UNCACHED} requests, each as somebody with a session"
            f" sends it. From memory: on the one port, {CONNECTIONS} connections, {SECONDS} s, median of"
            f" {ROUNDS}, taking turns with the home page; the language is agreed on in Accept-Language."
        ],
    )


def _uncached(data: Path) -> Iterator[Finding]:
    with serving(SITE, data, interface=WSGI) as site:
        for name, path in LISTS.items():
            for _ in range(5):
                fetch(path, {"Cookie": "sessionid=none"})
            before = processor_seconds(site)
            for _ in range(UNCACHED):
                fetch(path, {"Cookie": "sessionid=none"})
            milliseconds = 1000 * (processor_seconds(site) - before) / UNCACHED
            most = 2 * MOST_MS if name.startswith("100") else MOST_MS
            yield Finding(
                f"{name}: made anew, processor",
                f"{milliseconds:.1f} ms",
                f"≤ {most} ms",
                milliseconds <= most,
            )


def _cached(data: Path) -> Iterator[Finding]:
    lists: list[Rate] = []
    pages: list[Rate] = []
    with serving(EVERYTHING, data) as site:
        for path in ("/api/v1/partners", "/de/"):
            fetch(path, {})
        for _ in range(ROUNDS):
            lists.append(rate_of(site, PORT, "/api/v1/partners"))
            pages.append(rate_of(site, PORT, "/de/"))
    ours, page = median_of(lists), median_of(pages)
    yield Finding(
        "20 partners, from memory", f"{ours.per_second:,.0f}/s, {ours.microseconds:.0f} µs a request"
    )
    share = ours.per_second / page.per_second
    yield Finding(
        "20 partners, from memory: share of the home page's throughput", f"{share:.2f}", "≥ 0.8", share >= 0.8
    )
