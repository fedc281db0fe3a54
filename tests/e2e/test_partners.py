"""Getting in touch, as people do it: with the proof of work that their browser makes."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.e2e.axe import violations
from tests.e2e.conftest import Manage, Watch

FOUND = """
from codora.partners.models import Inquiry
from codora.messaging.models import OutgoingMail
for inquiry in Inquiry.objects.filter(organisation="%s"):
    print(inquiry.kind, inquiry.country_id, inquiry.language, inquiry.is_verified)
    print(OutgoingMail.objects.filter(to=inquiry.email).count(), "mail")
"""


def fill(page: Page, organisation: str) -> None:
    page.locator("[name=organisation]").fill(organisation)
    page.locator("[name=country]").select_option("EE")
    page.locator("[name=contributions][value=mentors]").check()
    page.locator("[name=message]").fill("Besuche in Schulen")
    page.locator("[name=speaks][value=de]").check()
    page.locator("[name=person]").fill("Ada")
    page.locator("[name=email]").fill(f"{organisation.lower()}@example.org")
    page.locator("[name=consent]").check()


def test_a_company_gets_in_touch(page: Page, watch: Watch, manage: Manage) -> None:
    page.goto("/de/partners/join/")
    page.get_by_role("link", name="Wir sind ein Technologieunternehmen").click()
    fill(page, "Hafenwerk")
    page.locator("[name=email]").fill("nowhere")
    watch.expected.append("422")
    page.get_by_role("button", name="Absenden").click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    assert violations(page) == []
    summary.get_by_role("link").click()
    expect(page.locator("[name=email]")).to_be_focused()
    expect(page.locator("[name=message]")).to_have_value("Besuche in Schulen")
    page.locator("[name=email]").fill("hafenwerk@example.org")
    page.get_by_role("button", name="Absenden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Danke")
    assert manage("shell", "--no-imports", "-c", FOUND % "Hafenwerk").splitlines()[-2:] == [
        "company EE de True",
        "1 mail",
    ]


def test_it_works_without_a_script_and_is_marked(chromium: Browser, site: str, manage: Manage) -> None:
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/de/partners/join/association/")
    fill(page, "Lernverein")
    page.locator("[name=kind]").select_option("non_profit")
    page.get_by_role("button", name="Absenden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Danke")
    context.close()
    assert "non_profit EE de False" in manage("shell", "--no-imports", "-c", FOUND % "Lernverein")
