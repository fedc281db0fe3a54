"""A card of ours in the frame of somebody else's page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.axe import violations

Publish = Callable[[str], str]


@pytest.fixture
def publish() -> Iterator[Publish]:
    """`publish(html)` puts it on another website, and gives its address."""
    pages: list[str] = []

    class Elsewhere(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(pages[-1].encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        Thread(target=server.serve_forever, daemon=True).start()

        def publish(html: str) -> str:
            pages.append(
                f"<!doctype html><html lang=en><title>School</title><main><h1>School</h1>{html}</main>"
            )
            return f"http://127.0.0.1:{server.server_port}/"

        yield publish
        server.shutdown()


def test_what_is_copied_works_on_another_website(
    page: Page, context: BrowserContext, site: str, publish: Publish
) -> None:
    page.goto("/en/embed/")
    page.get_by_role("combobox", name="What it shows").select_option("one-hour-for-europe")
    page.get_by_role("combobox", name="Language").select_option("de")
    page.get_by_role("main").get_by_role("radio", name="Dark").check()
    page.get_by_role("button", name="Show it").click()
    expect(page.locator("iframe")).to_have_attribute("src", re.compile("^/de/embed/countdown/.*theme=dark$"))
    snippet = page.locator(".snippet").inner_text().replace("\n", " ")

    elsewhere = context.new_page()
    complaints: list[str] = []
    elsewhere.on("console", lambda message: complaints.append(message.text))
    elsewhere.goto(publish(snippet))
    card = elsewhere.frame_locator("iframe")
    expect(card.get_by_role("heading", name="Eine Stunde für Europa")).to_be_visible()
    ground = card.locator(".embed").evaluate("card => getComputedStyle(card).backgroundColor")
    assert ground == "rgb(26, 44, 37)"
    with context.expect_page() as opened:
        card.get_by_role("link").click()
    opened.value.wait_for_url(f"{site}/de/campaigns/one-hour-for-europe/")
    assert context.cookies() == []
    assert complaints == []
    assert violations(elsewhere) == []


@pytest.mark.parametrize("width", [300, 440])
@pytest.mark.parametrize("language", ["en", "de", "el", "bg", "mt"])
def test_the_words_of_every_language_fit_into_the_card(page: Page, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 200})
    for card in ("countdown/one-hour-for-europe", "counter"):
        page.goto(f"/{language}/embed/{card}/")
        assert page.evaluate("document.documentElement.scrollHeight") == 200
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_page_that_is_no_card_is_shown_in_no_frame(
    context: BrowserContext, site: str, publish: Publish
) -> None:
    page = context.new_page()
    with page.expect_event("requestfailed") as refused:
        page.goto(publish(f'<iframe src="{site}/en/"></iframe>'))
    assert (refused.value.url, refused.value.failure) == (f"{site}/en/", "net::ERR_BLOCKED_BY_RESPONSE")
    expect(page.frame_locator("iframe").get_by_role("heading")).to_have_count(0)
