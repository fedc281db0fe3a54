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


STAFF = """
from django.test import Client
from tests.people import sign_in
from codora.accounts.actions import grant_role
from codora.accounts.models import User
from codora.accounts.roles import Role
from codora.partners.models import Inquiry
staff = User.objects.create_user("partner-staff@codora.example")
grant_role(user=staff, role=Role.STAFF, by=None)
User.objects.create_user("writer@codora.example")
Inquiry.objects.create(
    kind="company", organisation="Werft am Hafen", country_id="MT", email="writer@codora.example",
    contributions=["devices"], speaks=["de"], language="de", message="Wir helfen.",
)
for person in (staff, User.objects.get(email="writer@codora.example")):
    client = Client()
    sign_in(client, person)
    print(client.cookies["sessionid"].value)
"""
INVITATION = """
import re
from codora.messaging.models import OutgoingMail
text = OutgoingMail.objects.filter(to="writer@codora.example").latest("pk").text
print(re.search(r"http://[^/]+(/de/partners/invitations/\\S+)", text)[1])
"""
INQUIRY = """
from codora.partners.models import Inquiry
print(Inquiry.objects.get(organisation="Werft am Hafen").pk)
"""


def test_a_company_is_listed_and_its_representative_writes_its_page(
    chromium: Browser, site: str, page: Page, watch: Watch, manage: Manage
) -> None:
    def run(code: str) -> str:
        return manage("shell", "--no-imports", "-c", code).strip()

    sessions = run(STAFF).split()[-2:]
    desk, writer = (chromium.new_context(base_url=site).new_page() for _ in sessions)
    for each, session in zip((desk, writer), sessions, strict=True):
        each.context.add_cookies([{"name": "sessionid", "value": session, "url": site}])

    desk.goto(f"/cms/inquiries/edit/{run(INQUIRY)}/")
    desk.get_by_role("link", name="Into the directory").click()
    expect(desk.get_by_label("Address")).to_have_value("werft-am-hafen")
    desk.get_by_label("What it does").fill("Wir leihen Schulen Roboter.")
    desk.get_by_role("button", name="List and invite").click()
    expect(desk.get_by_text("It is in the directory")).to_be_visible()

    page.goto("/de/partners/?country=MT")
    page.get_by_role("link", name="Werft am Hafen").click()
    expect(page.locator(".lede")).to_have_text("Wir leihen Schulen Roboter.")
    assert violations(page) == []

    writer.goto(run(INVITATION))
    writer.get_by_role("button", name="Annehmen").click()
    writer.get_by_label("Was Sie tun, in einem Satz").fill("Wir bringen Roboter in jede Schule.")
    writer.get_by_role("button", name="Einsenden").click()
    expect(writer.get_by_text("Vielen Dank. Unser Team liest")).to_be_visible()
    assert violations(writer) == []

    desk.goto("/cms/")
    desk.get_by_role("link", name="Werft am Hafen has changed its page").click()
    more = desk.locator("[data-w-dropdown-target=toggle]").last
    expect(more).to_have_attribute("aria-expanded", "false")  # Wagtail's script is at work
    more.click()
    desk.get_by_role("button", name="Publish").click()
    expect(desk.get_by_text("updated and published")).to_be_visible()
    page.wait_for_function(
        "fetch(location).then(page => page.text()).then(text => text.includes('jede Schule'))", timeout=5_000
    )
    desk.context.close()
    writer.context.close()
