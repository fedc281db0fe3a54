"""Many pages: the search, the memory of a worker, and what a visitor waits while editors publish."""

from __future__ import annotations

import http.client
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import quantiles

from bench.report import Finding, Section
from bench.site import EVERYTHING, PORT, ROOT, environment_of, manage, serving
from codora.core.languages import LANGUAGES
from tools.local_postgres import NoServer, local_postgres

SEARCHED = 10_000
QUERIES = 300
PAGES_A_LANGUAGE = 1_000
ASKED_A_LANGUAGE = 50
PUBLISHING_S = 20
FILL = "from bench.many_pages import fill; fill({languages!r}, {count})"
QUERY_WORDS = "from bench.many_pages import VOCABULARY; print(' '.join(VOCABULARY))"
PUBLISH = """
import time
from wagtail.models import Page
page = Page.objects.get(slug="one-hour", locale__language_code="de").specific
begin = time.monotonic()
for number in range({seconds}):
    page.lead = f"Number {{number}}"
    page.save_revision().publish()
    print(number, flush=True)
    time.sleep(max(0, begin + number + 1 - time.monotonic()))
"""


def measure(data: Path) -> Section:
    findings = [*_publishing(data), *_search(data, "SQLite", {}), *_search_on_postgres(data), *_memory(data)]
    return Section(
        "Many pages",
        "python bench/run.py content",
        findings,
        [
            f"Search: {SEARCHED:,} German articles of 240 words, {QUERIES} queries of one or two words, each"
            " through HTTP and uncached, the rendered page included. Memory: the one port, each page asked"
            " for once, then once more. Publishing: one client asks for the whole home page without"
            " a pause.",
        ],
    )


def _search(data: Path, name: str, environment: dict[str, str]) -> Iterator[Finding]:
    _fill(data, ["de"], SEARCHED, environment)
    words = _shell(data, QUERY_WORDS, environment).split()
    chosen = random.Random(1)
    with serving(EVERYTHING, data, **environment):
        asked = [
            f"/de/search/?q={'+'.join(chosen.choices(words, k=chosen.randint(1, 2)))}" for _ in range(QUERIES)
        ]
        times = [_ask(path) for path in asked]
    p50, p95 = _percentiles(times)
    yield Finding(f"search on {name}: median", f"{p50:.0f} ms")
    yield Finding(f"search on {name}: 95 %", f"{p95:.0f} ms", "≤ 50 ms", p95 <= 50)


def _search_on_postgres(data: Path) -> Iterator[Finding]:
    try:
        with local_postgres() as host:
            subprocess.run(
                ["psql", "-h", host, "-U", "postgres", "-qc", "CREATE DATABASE codora"], check=True
            )
            url = {"CODORA_DATABASE_URL": f"postgres://postgres@{host.replace('/', '%2F')}/codora"}
            progress = {"CODORA_PROGRESS_DATABASE_URL": f"sqlite:///{data / 'progress.sqlite3'}"}
            environment = url | progress
            manage(data, "migrate", "--verbosity", "0", **environment)
            manage(data, "load_content", **environment)
            yield from _search(data, "PostgreSQL", environment)
    except NoServer as reason:
        yield Finding("search on PostgreSQL", f"not measured: {reason}")


def _memory(data: Path) -> Iterator[Finding]:
    codes = [code for code, _ in LANGUAGES]
    others = [code for code in codes if code != "de"]
    _fill(data, others, PAGES_A_LANGUAGE, {})
    chosen = random.Random(2)
    paths = [
        f"/{code}/page-{number}/"
        for code in codes
        for number in chosen.sample(range(100, PAGES_A_LANGUAGE - 100), ASKED_A_LANGUAGE)
    ]
    with serving(EVERYTHING, data) as site:
        _ask("/de/")
        before = _memory_of(site)
        first = [_ask(path) for path in paths]
        after = _memory_of(site)
        again = [_ask(path) for path in paths]
    yield Finding(f"{len(codes)} × {PAGES_A_LANGUAGE:,} pages: a worker at its start", f"{before:.0f} MB")
    yield Finding(
        f"after {len(paths):,} of them",
        f"{after:.0f} MB, {1024 * (after - before) / len(paths):.0f} kB a page",
        "the cache holds at most 128 MB",
    )
    for name, times in (("first", first), ("from memory", again)):
        p50, p95 = _percentiles(times)
        yield Finding(f"a page, {name}: median, 95 %", f"{p50:.1f} ms, {p95:.1f} ms")


def _publishing(data: Path) -> Iterator[Finding]:
    with serving(EVERYTHING, data):
        quiet = _ask_for(5, lambda: True)
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c"]
        publisher = subprocess.Popen(
            [*command, PUBLISH.format(seconds=PUBLISHING_S)],
            cwd=ROOT,
            env=environment_of(data),
            stdout=subprocess.PIPE,
        )
        assert publisher.stdout is not None
        publisher.stdout.readline()  # the first page is published
        busy = _ask_for(PUBLISHING_S, lambda: publisher.poll() is None)
        if publisher.wait():
            raise RuntimeError("Publishing failed.")
    for name, times in (("nobody publishes", quiet), ("a publish every second", busy)):
        p50, p95, p99 = (1000 * quantiles(times, n=1000)[mark] for mark in (499, 949, 989))
        yield Finding(f"home while {name}: median, 95 %, 99 %", f"{p50:.1f} ms, {p95:.1f} ms, {p99:.1f} ms")


def _ask_for(seconds: float, is_on: Callable[[], bool]) -> list[float]:
    times = []
    end = time.monotonic() + seconds
    while time.monotonic() < end and is_on():
        times.append(_ask("/de/") / 1000)
    return times


def _ask(path: str) -> float:
    """Milliseconds until the page is there."""
    with closing(http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)) as connection:
        begin = time.perf_counter()
        connection.request("GET", path, headers={"Accept-Encoding": "br"})
        response = connection.getresponse()
        response.read()
        if response.status != 200:
            raise RuntimeError(f"{path} answered {response.status}.")
        return 1000 * (time.perf_counter() - begin)


def _percentiles(times: list[float]) -> tuple[float, float]:
    marks = quantiles(times, n=100)
    return marks[49], marks[94]


def _memory_of(leader: subprocess.Popen[bytes]) -> float:
    """MB that the process and its children hold."""
    kilobytes = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int((folder / "stat").read_text().rpartition(")")[2].split()[2]) == leader.pid:
                line = next(each for each in (folder / "status").read_text().splitlines() if "VmRSS" in each)
                kilobytes += int(line.split()[1])
        except (OSError, StopIteration):
            continue
    return kilobytes / 1024


def _fill(data: Path, languages: list[str], count: int, environment: dict[str, str]) -> None:
    _shell(data, FILL.format(languages=languages, count=count), environment)


def _shell(data: Path, code: str, environment: dict[str, str]) -> str:
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
    settings = environment_of(data, **environment)
    done = subprocess.run(command, cwd=ROOT, env=settings, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout
