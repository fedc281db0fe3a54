"""A new editor, in a real browser: writes a page, translates it, schedules it, and sees it go live."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Watch

Manage = Callable[..., str]
EDITOR = """
from django.test import Client
from tests.people import sign_in
from codora.accounts.actions import grant_role
from codora.accounts.models import User
from codora.accounts.roles import Role
editor = User.objects.create_user("editor@codora.example")
grant_role(user=editor, role=Role.EDITOR, by=None)
client = Client()
sign_in(client, editor)
print(client.cookies["sessionid"].value)
"""
TEACH = """
from wagtail.models import Page
print(Page.objects.get(slug="teach", locale__language_code="en").pk)
"""
TIME_HAS_COME = """
from datetime import timedelta
from django.utils import timezone
from wagtail.models import Revision
now = timezone.now() - timedelta(seconds=1)
for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
    revision.approved_go_live_at = now
    revision.content["go_live_at"] = now.isoformat()
    revision.save()
"""
GERMAN = [
    "Programmierclubs in der Bibliothek",
    "Wie eine Bibliothek an einem Nachmittag anfängt.",
    "Ein Raum und ein Tisch",
    "Sie brauchen einen Raum, einen Tisch und drei Laptops.",
]


@pytest.fixture
def editor(page: Page, watch: Watch, manage: Manage, site: str) -> Page:
    watch.expected += ["cookie: sessionid", "cookie: csrftoken"]
    session = manage("shell", "--no-imports", "-c", EDITOR).strip()
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
    return page


def test_an_editor_writes_translates_schedules_and_sees_the_page_live(
    editor: Page, watch: Watch, manage: Manage
) -> None:
    write(editor, parent=manage("shell", "--no-imports", "-c", TEACH).strip())
    address = schedule(editor)
    translate(editor, re.search(r"/pages/(\d+)/edit", address)[1])
    editor.goto("/cms/")
    expect(editor.locator("#waiting-content")).to_contain_text("“Coding clubs in the library” goes live on")

    visitor = editor.context.browser.new_context(base_url=watch.origin).new_page()
    assert visitor.goto("/de/teach/coding-clubs-in-the-library/").status == 404
    manage("shell", "--no-imports", "-c", TIME_HAS_COME)
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Ora findet diese Seite nicht")
    for language, heading in (("de", GERMAN[0]), ("en", "Coding clubs in the library")):
        reload_until(visitor, f"/{language}/teach/coding-clubs-in-the-library/", heading)
    visitor.context.close()


def reload_until(page: Page, address: str, heading: str) -> None:
    """The worker looks every few seconds, and German readers see the English page until theirs is live."""
    for _ in range(40):
        page.goto(address)
        if page.get_by_role("heading", level=1).inner_text() == heading:
            return
        page.wait_for_timeout(500)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def write(page: Page, *, parent: str) -> None:
    page.goto(f"/cms/pages/{parent}/add_subpage/")
    page.get_by_role("link", name=re.compile("^Article")).click()
    page.fill("#id_title", "Coding clubs in the library")
    page.fill("#id_lead", "How a library starts a club in an afternoon.")
    page.locator(".c-sf-add-button").first.click()
    page.get_by_role("option", name="Section").click()
    page.fill("#body-0-value-heading", "A room and a table")
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.type("You need one room, one table and three laptops.")
    # The rich text editor hands its text to the form a moment later.
    expect(page.locator("[name='body-0-value-text']")).to_have_value(re.compile("three laptops"))
    page.get_by_role("button", name="Save draft").click()
    expect(page).to_have_url(re.compile(r"/cms/pages/\d+/edit/"))


def schedule(page: Page) -> str:
    """A day ahead; gives the address at which the page is edited."""
    page.get_by_role("button", name="Toggle status").click()
    page.get_by_role("button", name="Set schedule").click()
    tomorrow = datetime.now(ZoneInfo("Europe/Brussels")) + timedelta(days=1)
    page.fill("#id_go_live_at", f"{tomorrow:%Y-%m-%d %H:%M}")
    # By keyboard: the calendar that opens below the field may cover the button.
    page.get_by_role("button", name="Save schedule").press("Enter")
    expect(page.get_by_text("Go-live")).to_be_visible()
    page.locator("[data-w-dropdown-target=toggle]").last.click()
    page.get_by_role("button", name="Schedule to publish").click()
    expect(page.get_by_text("has been scheduled for publishing")).to_be_visible()
    return page.get_by_role("link", name="Edit").first.get_attribute("href") or page.url


def translate(page: Page, pk: str) -> None:
    page.goto(f"/cms/localize/submit/page/{pk}/")
    page.get_by_label("Deutsch").check()
    page.locator("main [type=submit]").last.click()
    for number, words in enumerate(GERMAN):
        page.get_by_role("button", name="Translate", exact=True).first.press("Enter")
        page.locator("textarea:visible").first.fill(words)
        page.get_by_role("button", name="Save", exact=True).first.press("Enter")
        expect(page.get_by_role("button", name="Edit", exact=True)).to_have_count(number + 1)
    page.get_by_role("button", name="Publish in Deutsch").click()
    expect(page.get_by_text(f"Published '{GERMAN[0]}' in Deutsch.")).to_be_visible()
