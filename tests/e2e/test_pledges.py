"""A pledge from its first word to the day on which it is met, in real browsers, and without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.axe import violations
from tests.e2e.conftest import Manage, Watch

PEOPLE = """
from django.test import Client
from tests.people import sign_in
from tests.partners.partners import make_partner, speak_for
from codora.accounts.actions import grant_role
from codora.accounts.models import User
from codora.accounts.roles import Role
staff = User.objects.create_user("pledge-staff@codora.example")
grant_role(user=staff, role=Role.STAFF, by=None)
speaker = User.objects.create_user("speaker@codora.example")
speak_for(make_partner(slug="leuchtturm", name="Leuchtturm", country_id="MT"), speaker)
for person in (staff, speaker):
    client = Client()
    sign_in(client, person)
    print(client.cookies["sessionid"].value)
User.objects.filter(pk=speaker.pk).update(language="de")
"""
MAILS = """
from codora.messaging.models import OutgoingMail
for mail in OutgoingMail.objects.filter(to="speaker@codora.example").order_by("pk"):
    print(mail.subject)
"""

WAIT_FOR = """async text => {
    for (let round = 0; round < 50; round++) {
        if ((await (await fetch(location)).text()).includes(text)) return;
        await new Promise(done => setTimeout(done, 100));
    }
    throw new Error(`${text} is not on the page`);
}"""


@pytest.fixture(scope="module")
def sessions(site: str, manage: Manage) -> list[str]:
    """Of staff and of a representative."""
    return manage("shell", "--no-imports", "-c", PEOPLE).split()[-2:]


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def speaker(request, chromium: Browser, site: str, sessions: list[str]) -> Iterator[Page]:
    context = chromium.new_context(base_url=site, java_script_enabled=request.param)
    context.add_cookies([{"name": "sessionid", "value": sessions[1], "url": site}])
    yield context.new_page()
    context.close()


@pytest.fixture
def desk(chromium: Browser, site: str, sessions: list[str]) -> Iterator[Page]:
    context = chromium.new_context(base_url=site)
    context.add_cookies([{"name": "sessionid", "value": sessions[0], "url": site}])
    yield context.new_page()
    context.close()


def accept(desk: Page, what: str) -> None:
    desk.goto("/cms/")
    desk.get_by_role("link", name=what).click()
    desk.get_by_label("Accept: it becomes public").check()
    desk.get_by_role("button", name="Decide").click()
    expect(desk.get_by_text("Accepted. The representatives get a mail.")).to_be_visible()


def test_a_pledge_is_made_accepted_reported_on_and_met(
    request, speaker: Page, desk: Page, page: Page, watch: Watch, manage: Manage
) -> None:
    has_scripts = "no-scripts" not in request.node.name
    title = "Zehn Abende mit Scratch" if has_scripts else "Zehn Abende ohne Skript"
    speaker.goto("/de/pledges/mine/")
    speaker.get_by_role("link", name="Neue Zusage von Leuchtturm").click()
    speaker.get_by_label("Ihre Zusage in einer Zeile").fill(title)
    speaker.get_by_label("Erzählen Sie mehr darüber").fill("Jeden ersten Montag im Turm.")
    speaker.get_by_text("In welchen Ländern?").click()
    speaker.get_by_label("Malta").check()
    speaker.get_by_role("button", name="Einsenden").click()
    summary = speaker.locator(".error-summary")
    expect(summary).to_be_visible()
    speaker.get_by_label("Wie viele?").first.fill("10")
    speaker.get_by_label("Wovon?").first.select_option("events")
    speaker.get_by_label("Bis zu welchem Tag?").first.fill("2027-12-31")
    if has_scripts:
        assert violations(speaker) == []
    speaker.get_by_role("button", name="Einsenden").click()
    expect(speaker.get_by_text("Eingesandt. Sie erhalten eine E-Mail")).to_be_visible()

    accept(desk, f"Leuchtturm pledges: “{title}”")
    page.goto("/de/pledges/?country=MT&unit=events")
    page.get_by_role("link", name=title).click()
    expect(page.locator(".page-header .tag")).to_have_text("Unterwegs")
    assert violations(page) == []

    speaker.reload()
    speaker.locator(".my-pledge", has_text=title).get_by_role("link", name="Stand melden").click()
    speaker.get_by_label("Wie viele bisher?").fill("11")
    speaker.get_by_label("Woher wissen Sie es?").fill("Die Liste der Abende hängt im Turm.")
    speaker.get_by_label("Link").fill("https://example.org/abende")
    speaker.get_by_role("button", name="Einsenden").click()
    expect(speaker.get_by_text("Vielen Dank. Es zählt, sobald")).to_be_visible()
    page.reload()
    expect(page.locator(".page-header .tag")).to_have_text("Unterwegs")

    accept(desk, f"Leuchtturm reports progress: “{title}”")
    page.evaluate(WAIT_FOR, "example.org/abende")
    page.reload()
    expect(page.locator(".page-header .tag")).to_have_text("Erfüllt")
    page.get_by_text("Meldungen und Belege").click()
    expect(page.get_by_text("Die Liste der Abende hängt im Turm.")).to_be_visible()
    subjects = manage("shell", "--no-imports", "-c", MAILS).splitlines()
    assert f"Ihre Zusage ist öffentlich: {title}" in subjects
    assert f"Ihr Fortschritt zählt: {title}" in subjects
