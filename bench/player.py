"""What a player's page weighs, and how soon it can be used on a slow device and a slow connection."""

from __future__ import annotations

import gzip
import json
import shutil
from collections import defaultdict
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, Page, Response, sync_playwright

from bench.report import Finding, Section
from bench.site import EVERYTHING, PORT, serving

PAGE = f"http://127.0.0.1:{PORT}/en/play/lantern-trail/tallinn/"
ROUNDS = 3
CPU_SLOWDOWN = 4
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
"""1.6 Mbit/s and 150 ms there and back: a slow mobile connection."""
READY = {
    "strip": "document.querySelector('codora-player #run:enabled') !== null",
    "blocks": "document.querySelector('codora-player #run:enabled') !== null"
    " && document.querySelector('codora-player .blocklyBlockCanvas') !== null",
}
BUDGETS = {"strip": (80, 1.5), "blocks": (300, 2.5)}
"""View → (kB, seconds)."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
CODE = {"document", "script", "stylesheet"}
"""The budget is for code and words; art, faces and sound come on top."""


def measure(data: Path) -> Section:
    findings = []
    with serving(EVERYTHING, data), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=FLAGS)
        for view, (kilobytes, seconds) in BUDGETS.items():
            weights = _weights(browser, view)
            code = sum(weights[kind] for kind in CODE) / 1000
            extra = {
                kind: f"{weight / 1000:.0f} kB"
                for kind, weight in sorted(weights.items())
                if kind not in CODE
            }
            ready = median(_seconds_until_ready(browser, view) for _ in range(ROUNDS))
            findings += [
                Finding(
                    f"{view}: page, scripts and styles, gzip",
                    f"{code:.0f} kB",
                    f"≤ {kilobytes} kB",
                    code <= kilobytes,
                ),
                Finding(f"{view}: besides", ", ".join(f"{kind} {weight}" for kind, weight in extra.items())),
                Finding(
                    f"{view}: ready to run a program", f"{ready:.2f} s", f"≤ {seconds} s", ready <= seconds
                ),
            ]
        browser.close()
    return Section(
        "Player page",
        "python bench/run.py player",
        findings,
        [
            f"First visit, empty cache, level 1; processor slowed {CPU_SLOWDOWN} times, 1.6 Mbit/s, 150 ms"
            f" latency; median of {ROUNDS}. Ready: the Run button can be pressed (and the blocks stand).",
        ],
    )


def _chromium() -> str | None:
    """The system's own; None for the one that Playwright brings."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def _weights(browser: Browser, view: str) -> dict[str, int]:
    """Bytes after gzip of all that the page loads, by the browser's kind of resource."""
    context = _new_visitor(browser, view)
    responses: list[Response] = []
    page = context.new_page()
    page.on("response", lambda response: responses.append(response))
    page.goto(PAGE, wait_until="networkidle")
    _wait_until_ready(page, view)
    weights: dict[str, int] = defaultdict(int)
    for response in responses:
        if response.ok and "/api/" not in response.url:
            weights[response.request.resource_type] += _transferred(response)
    context.close()
    return weights


def _transferred(response: Response) -> int:
    """Faces and pictures other than SVG are compressed already."""
    body = response.body()
    return len(body) if response.request.resource_type == "font" else len(gzip.compress(body, mtime=0))


def _seconds_until_ready(browser: Browser, view: str) -> float:
    context = _new_visitor(browser, view)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", NETWORK)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    page.goto(PAGE, wait_until="commit")
    seconds = _wait_until_ready(page, view)
    context.close()
    return seconds


def _new_visitor(browser: Browser, view: str) -> BrowserContext:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    preferences = json.dumps({"view": view})
    context.add_init_script(f"localStorage.setItem('codora.preferences', {json.dumps(preferences)})")
    return context


def _wait_until_ready(page: Page, view: str) -> float:
    """Seconds from the start of the navigation until the main thread answers that the player is ready."""
    page.set_default_timeout(60_000)
    while True:
        milliseconds = page.evaluate(f"{READY[view]} ? performance.now() : 0")
        if milliseconds:
            return float(milliseconds) / 1000
