"""The whole site, started as a person starts it, and a real browser in front of it.

`site` runs `manage.py serve` on a free port with a data folder of its own, the pseudo-language included.
Every `page` is watched: a request to another host, a cookie, a console error or a violation of the security
policy fails the test.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """These tests come last: an open browser keeps an event loop running, and others cannot start theirs."""
    items.sort(key=_needs_browser)
    if CHROMIUM is None:
        missing = pytest.mark.skip(reason="Chromium is not installed: sudo apt-get install chromium")
        for item in filter(_needs_browser, items):
            item.add_marker(missing)


def _needs_browser(item: pytest.Item) -> bool:
    return Path(__file__).parent in item.path.parents


@dataclass
class Watch:
    """What a page did that no page of Codora may do."""

    origin: str
    faults: list[str] = field(default_factory=list)
    #: Texts that a test expects on the console, such as the browser's own word for being offline.
    expected: list[str] = field(default_factory=list)

    def on(self, page: Page) -> None:
        page.on("request", lambda request: self._host(request.url))
        page.on("console", lambda message: message.type == "error" and self._add(f"console: {message.text}"))
        page.on("pageerror", lambda error: self._add(f"script: {error}"))

    def cookies_of(self, context: BrowserContext) -> None:
        for cookie in context.cookies():
            self._add(f"cookie: {cookie['name']}")

    def _host(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and f"{parts.scheme}://{parts.netloc}" != self.origin:
            self._add(f"request to another host: {url}")

    def _add(self, fault: str) -> None:
        if not any(text in fault for text in self.expected):
            self.faults.append(fault)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Manage:
    """`manage.py` on the data of the running site."""

    environment: dict[str, str]

    @staticmethod
    def command(*words: str) -> list[str]:
        return [sys.executable, "manage.py", *words]

    def __call__(self, *words: str) -> str:
        """What the command printed."""
        options = {"cwd": ROOT, "env": self.environment, "check": True, "capture_output": True, "text": True}
        return subprocess.run(self.command(*words), **options).stdout


@pytest.fixture(scope="session")
def manage(tmp_path_factory: pytest.TempPathFactory, migrated_databases: dict[str, Path]) -> Manage:
    data = tmp_path_factory.mktemp("site")
    shutil.copy(migrated_databases["default"], data / "codora.sqlite3")
    shutil.copy(migrated_databases["progress"], data / "progress.sqlite3")
    settings = {"CODORA_DATA": str(data), "PORT": str(_free_port()), "CODORA_PSEUDO": "1"}
    return Manage({**os.environ, **settings})


@pytest.fixture(scope="session")
def site(manage: Manage) -> Iterator[str]:
    """Address of a running site with its shipped content, such as `http://127.0.0.1:41234`."""
    manage("i18n", "--compile")
    manage("load_content")
    serving = subprocess.Popen(
        manage.command("serve"),
        cwd=ROOT,
        env=manage.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert serving.stdout is not None
    for line in serving.stdout:
        if "ready" in line:
            break
    else:
        pytest.fail("`manage.py serve` ended before it was ready")
    yield f"http://127.0.0.1:{manage.environment['PORT']}"
    serving.send_signal(signal.SIGINT)
    serving.communicate(timeout=20)


@pytest.fixture(scope="session")
def chromium(migrated_databases: dict[str, Path]) -> Iterator[Browser]:
    """After the databases: an open browser keeps an event loop running, beside which none can be made."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser, site: str) -> Iterator[BrowserContext]:
    """A browser that has never been here."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800}, reduced_motion="reduce", accept_downloads=True, base_url=site
    )
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def watch(site: str) -> Watch:
    return Watch(site)


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Iterator[Page]:
    page = context.new_page()
    watch.on(page)
    yield page
    watch.cookies_of(context)
    assert watch.faults == []
