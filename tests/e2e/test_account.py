"""In a real browser: an adult with a passkey, the own data and the end of it; the second factor of staff."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import violations

Manage = Callable[..., str]
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
LAST_CODE = """
import re
from codora.messaging.models import OutgoingMail
print(re.search(r"^[A-Z0-9]+(-[A-Z0-9]+)*$", OutgoingMail.objects.latest("pk").text, re.M)[0])
"""
STAFF = """
from codora.accounts.actions import create_administrator
create_administrator(email="boss@codora.example", password="a long walk in Tallinn")
"""
ADDRESSES = """
from codora.accounts.models import User
print(list(User.objects.values_list("email", flat=True)))
"""
CODE_OF = """
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
print(format_hotp_value(hotp_value("{}", next(yield_hotp_counters_from_time()))))
"""


@pytest.fixture
def device(page: Page, watch) -> Page:
    """A browser on a device that keeps passkeys."""
    watch.expected += ["cookie: sessionid", "cookie: csrftoken"]
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    return page


def at_localhost(site: str, path: str) -> str:
    """Browsers allow no passkeys at an address of numbers."""
    return site.replace("127.0.0.1", "localhost") + path


def test_an_adult_signs_up_with_a_passkey_takes_the_data_and_erases_the_account(
    device: Page, watch, manage: Manage, site: str
) -> None:
    page = device
    watch.origin = at_localhost(site, "")
    page.goto(at_localhost(site, "/de/account/sign-up/passkey/"))
    page.get_by_label("E-Mail-Adresse").fill("ana@codora.example")
    page.get_by_role("button", name="Weiter").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sehen Sie in Ihre Mails")
    page.get_by_label("Code").fill(manage("shell", "--no-imports", "-c", LAST_CODE).strip())
    page.get_by_role("button", name="Bestätigen").click()
    page.get_by_role("button", name="Passkey anlegen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ihr Konto")

    page.get_by_role("link", name="Daten herunterladen").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Meinen Passkey nutzen").click()
    data = json.loads(Path(download.value.path()).read_text())
    assert data["account"]["email"] == "ana@codora.example"
    assert [each["kind"] for each in data["second_factors"]] == ["webauthn"]

    page.goto(at_localhost(site, "/de/account/"))
    page.get_by_role("button", name="Hier abmelden").click()
    page.get_by_role("button", name="Mit Passkey anmelden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ihr Konto")

    page.get_by_role("link", name="Mein Konto löschen").click()
    use = page.get_by_role("button", name="Meinen Passkey nutzen")
    erase = page.get_by_role("button", name="Mein Konto löschen")
    expect(use.or_(erase)).to_be_visible()
    if use.is_visible():
        use.click()
    erase.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ihr Konto ist gelöscht")
    assert "ana@codora.example" not in manage("shell", "--no-imports", "-c", ADDRESSES)


def test_staff_set_up_an_app_with_codes_before_they_enter_the_editors_part(
    page: Page, watch, manage: Manage
) -> None:
    watch.expected += ["cookie: sessionid", "cookie: csrftoken"]
    manage("shell", "--no-imports", "-c", STAFF)
    page.goto("/cms/")
    page.get_by_label("E-mail address").fill("boss@codora.example")
    page.get_by_label("Password").fill("a long walk in Tallinn")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_text("needs a second factor")).to_be_visible()
    page.get_by_role("link", name="Set it up").click()
    page.get_by_label("Password").fill("a long walk in Tallinn")
    page.get_by_role("button", name="Confirm").click()
    secret = page.locator(".account-key").inner_text()
    page.get_by_label("Code").fill(manage("shell", "--no-imports", "-c", CODE_OF.format(secret)).strip())
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    page.goto("/cms/")
    expect(page).to_have_url(re.compile(r"/cms/$"))


PATHS = ["sign-in/", "sign-up/", "sign-up/passkey/", "password/forgotten/"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page: Page, watch, path: str, theme: str) -> None:
    watch.expected += ["cookie: csrftoken"]
    page.emulate_media(color_scheme=theme)
    page.goto(f"/de/account/{path}")
    assert violations(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", ["de", "el", "bg", "mt"])
def test_no_english_stands_on_the_pages_of_an_account(page: Page, watch, language: str, path: str) -> None:
    """Each text of the page differs from the English one, but for names."""
    watch.expected += ["cookie: csrftoken"]
    texts = []
    for code in ("en", language):
        page.goto(f"/{code}/account/{path}")
        texts.append(set(page.locator("main").inner_text().splitlines()) - {""})
    assert texts[1] & texts[0] <= {"Password"}
