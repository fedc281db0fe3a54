"""Somebody reports a page of a partner, staff hide it, the partner appeals, somebody else brings it back."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tests.e2e.axe import violations
from tests.e2e.conftest import Manage, Watch

PEOPLE = """
from django.test import Client
from tests.people import sign_in
from codora.accounts.actions import grant_role
from codora.accounts.models import User
from codora.accounts.roles import Role
from tests.partners.partners import make_partner, speak_for
partner = make_partner(slug="reported", name="Gemeldet", texts={"de": "Wir leihen Tablets."})
speak_for(partner, User.objects.create_user("author@codora.example", language="de"))
for name in ("first", "second"):
    staff = User.objects.create_user(f"{name}.decider@codora.example")
    grant_role(user=staff, role=Role.STAFF, by=None)
    client = Client()
    sign_in(client, staff)
    print(client.cookies["sessionid"].value)
"""
MAIL = """
from codora.messaging.models import OutgoingMail
print(OutgoingMail.objects.filter(to="author@codora.example").latest("pk").text)
"""
GONE = "fetch(location.pathname).then(page => page.status === {status})"


def decide(desk: Page, verdict: str, facts: str) -> None:
    desk.goto("/cms/")
    desk.get_by_role("link", name="report of content waits for a decision").click()
    desk.get_by_role("link", name="Gemeldet").first.click()
    desk.get_by_label(verdict, exact=True).check()
    desk.get_by_label("Ground").select_option("rules")
    desk.get_by_label("Facts and reasons").fill(facts)
    desk.get_by_role("button", name="Decide, and tell both sides").click()
    expect(desk.get_by_text("Both sides get your reasons by mail")).to_be_visible()


def test_a_report_a_decision_an_appeal_and_the_page_is_back(
    chromium: Browser, site: str, page: Page, watch: Watch, manage: Manage
) -> None:
    def run(code: str) -> str:
        return manage("shell", "--no-imports", "-c", code).strip()

    sessions = run(PEOPLE).split()[-2:]
    first, second = (chromium.new_context(base_url=site).new_page() for _ in sessions)
    for each, session in zip((first, second), sessions, strict=True):
        each.context.add_cookies([{"name": "sessionid", "value": session, "url": site}])

    page.goto("/de/partners/reported/")
    page.get_by_role("link", name="Das melden").click()
    assert violations(page) == []
    page.locator("[name=reason][value=wrong]").check()
    page.locator("[name=explanation]").fill("Sie leihen keine Tablets.")
    page.locator("[name=name]").fill("Grace")
    page.locator("[name=email]").fill("grace@codora.example")
    page.locator("[name=good_faith]").check()
    page.get_by_role("button", name="Meldung senden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Danke")

    page.goto("/de/partners/reported/")
    decide(first, "It is hidden", "We asked the school.")
    watch.expected.append("404")
    page.wait_for_function(GONE.format(status=404), timeout=5_000)

    page.goto(re.search(r"^http://[^/]+(/de/report/appeal/\S+)$", run(MAIL), re.MULTILINE)[1])
    assert violations(page) == []
    page.locator("[name=words]").fill("Hier ist die Liste.")
    page.locator("form").get_by_role("button").click()
    expect(page.locator(".notice--success")).to_be_visible()

    decide(second, "It stays", "The list is right.")
    page.goto("/de/")
    page.wait_for_function("fetch('/de/partners/reported/').then(page => page.status === 200)", timeout=5_000)
    first.context.close()
    second.context.close()
