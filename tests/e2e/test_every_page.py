"""What holds on every page: accessible, no sideways scrolling, right to left, readable without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.axe import violations
from tests.e2e.conftest import Manage, Watch

READING = [
    "",
    "learn/",
    "learn/lantern-trail/",
    "play/lantern-trail/finish/",
    "figures/",
    "campaigns/",
    "campaigns/one-hour-for-europe/",
    "campaigns/one-hour-for-europe/host/",
    "campaigns/one-hour-for-europe/toolkit/",
    "pledges/",
    "partners/join/",
    "partners/join/association/",
    "about/",
    "about/faq/",
    "about/accessibility/feedback/",
    "teach/",
    "teach/one-hour/",
    "learn/beyond/",
    "news/",
    "search/?q=ora",
    "languages/",
    "developers/",
    "embed/",
    "no-such-page/",
]
PLAYING = ["play/lantern-trail/tallinn/", "play/lantern-trail/stockholm/", "play/lantern-trail/atelier/"]
PAGES = READING + PLAYING


def open_page(page: Page, watch: Watch, language: str, path: str) -> None:
    if path == "no-such-page/":
        watch.expected.append("404")
    page.goto(f"/{language}/{path}")
    if path in PLAYING:
        expect(page.locator("#run")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page: Page, watch: Watch, path: str, theme: str) -> None:
    page.emulate_media(color_scheme=theme)
    open_page(page, watch, "de", path)
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", ["blocks", "python"])
@pytest.mark.parametrize("path", ["play/lantern-trail/tallinn/", "play/lantern-trail/valletta/"])
def test_axe_finds_nothing_in_the_other_views(
    page: Page, watch: Watch, path: str, view: str, theme: str
) -> None:
    page.emulate_media(color_scheme=theme)
    open_page(page, watch, "de", path)
    page.locator(".p-seg label", has=page.locator(f'input[value="{view}"]')).click()
    expect(
        page.locator(".blocklySvg .blocklyPath" if view == "blocks" else ".p-python").first
    ).to_be_visible()
    assert violations(page) == []


ERROR_PAGE = """
from django.test import RequestFactory
from django.utils.translation import activate
from codora.core import views
activate("de")
request = RequestFactory().get("/de/")
request.user = None
print({}.content.decode())
"""
ERROR_PAGES = {
    "403": "views.access_refused(request, Exception())",
    "500": "views.server_error(request)",
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("code", ERROR_PAGES)
def test_axe_finds_nothing_on_the_pages_of_errors(page: Page, manage: Manage, code: str, theme: str) -> None:
    html = manage("shell", "--no-imports", "-c", ERROR_PAGE.format(ERROR_PAGES[code]))
    page.route("**/de/broken/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.emulate_media(color_scheme=theme)
    page.goto("/de/broken/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert violations(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


STAFF_SESSION = """
from django.contrib.auth import get_user_model
from django.test import Client
from tests.people import sign_in
people = get_user_model().objects
made = people.filter(is_superuser=True).first()
staff = made or people.create_superuser("s@codora.example")
client = Client()
sign_in(client, staff)
print(client.cookies["sessionid"].value)
"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_style_guide(
    page: Page, watch: Watch, manage: Manage, site: str, theme: str
) -> None:
    watch.expected += ["cookie: sessionid", "cookie: csrftoken"]
    session = manage("shell", "--no-imports", "-c", STAFF_SESSION).strip()
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
    page.emulate_media(color_scheme=theme)
    page.goto("/de/styleguide/")
    assert page.locator("main section").count() > 10
    # It shows each component more than once, those with a landmark too.
    assert [fault for fault in violations(page) if fault[0] != "landmark-unique"] == []
    page.set_viewport_size({"width": 360, "height": 740})
    for language in ("de", "qps"):
        page.goto(f"/{language}/styleguide/")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["de", "el", "qps"])
def test_nothing_scrolls_sideways_on_a_phone(page: Page, watch: Watch, language: str, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    open_page(page, watch, language, path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", PAGES)
def test_a_right_to_left_language_mirrors_the_page_but_not_the_world(
    page: Page, watch: Watch, path: str
) -> None:
    open_page(page, watch, "qps", path)
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    if path in PLAYING:
        first, last = (
            page.locator(".p-world svg text", has_text=number).first.bounding_box() for number in "14"
        )
        assert first is not None
        assert last is not None
        assert first["x"] < last["x"]


@pytest.fixture
def page_without_scripts(chromium: Browser, site: str, watch: Watch) -> Page:
    context: BrowserContext = chromium.new_context(java_script_enabled=False, base_url=site)
    page = context.new_page()
    watch.on(page)
    yield page
    watch.cookies_of(context)
    context.close()
    assert watch.faults == []


@pytest.mark.parametrize("path", READING)
def test_every_page_but_the_player_reads_without_scripts(
    page_without_scripts: Page, watch: Watch, path: str
) -> None:
    open_page(page_without_scripts, watch, "de", path)
    expect(page_without_scripts.locator("h1")).to_be_visible()
    expect(page_without_scripts.locator("main")).to_contain_text(" ")
    assert page_without_scripts.locator("main p").count() > 0


def test_the_player_says_what_it_needs_without_scripts(page_without_scripts: Page) -> None:
    page_without_scripts.goto("/en/play/lantern-trail/tallinn/")
    expect(page_without_scripts.get_by_role("heading", level=1)).to_be_visible()
    expect(page_without_scripts.locator("noscript p").first).to_contain_text("JavaScript")


def test_languages_can_be_changed_without_scripts(page_without_scripts: Page) -> None:
    page_without_scripts.goto("/de/learn/")
    page_without_scripts.locator("a[href*='/de/languages/']").first.click()
    page_without_scripts.locator("main a[hreflang=bg]").click()
    expect(page_without_scripts).to_have_url(page_without_scripts.url.split("/bg/")[0] + "/bg/learn/")
