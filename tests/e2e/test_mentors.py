"""A school gets a mentor: two people who have no account, and the mails between them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.e2e.axe import violations
from tests.e2e.conftest import Manage

MAIL = """
from codora.messaging.models import OutgoingMail
print(OutgoingMail.objects.filter(to="%s").latest("pk").text)
"""


def test_a_school_asks_and_gets_a_mentor(page: Page, manage: Manage) -> None:
    def mail_to(address: str) -> str:
        return manage("shell", "--no-imports", "-c", MAIL % address)

    def open_link_for(address: str) -> None:
        page.goto(re.search(r"^http://[^/]+(/de/\S+)$", mail_to(address), re.MULTILINE)[1])

    page.goto("/de/partners/mentors/")
    assert violations(page) == []
    page.get_by_role("link", name="Ich weiß, wie Software entsteht").click()
    page.get_by_label("Eine Klasse besuchen").check()
    say_where(page, town="München", person="Ada", email="mentorin@example.org")
    page.get_by_label("Wie weit fahren Sie?").select_option("50")
    page.get_by_label("Wer sind Sie").fill("Ich schreibe Spiele.")
    assert violations(page) == []
    page.get_by_role("button", name="Absenden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ein Schritt fehlt noch")
    open_link_for("mentorin@example.org")
    page.get_by_role("button", name="Mein Angebot bestätigen").click()
    expect(page.get_by_text("Ihr Angebot gilt.")).to_be_visible()

    page.goto("/de/partners/mentors/ask/")
    page.get_by_label("Wofür?").select_option("visit")
    page.get_by_label("Von", exact=True).fill((date.today() + timedelta(days=20)).isoformat())
    page.get_by_label("Bis", exact=True).fill((date.today() + timedelta(days=30)).isoformat())
    page.get_by_label("Wie viele Lernende?").fill("24")
    page.get_by_label("Wie alt sind sie etwa?").fill("9–10")
    page.get_by_label("Schule oder Club").fill("Schule am Fluss")
    say_where(page, town="Dachau", person="Grace", email="schule@example.org")
    page.get_by_label("Was haben Sie vor?").fill("Wir möchten sehen, wie ein Spiel entsteht.")
    page.get_by_role("button", name="Absenden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ein Schritt fehlt noch")
    open_link_for("schule@example.org")
    page.get_by_role("button", name="Bestätigen und fragen").click()
    expect(page.get_by_text("Jemand ist gefragt.")).to_be_visible()

    open_link_for("mentorin@example.org")
    expect(page.get_by_text("Wir möchten sehen, wie ein Spiel entsteht.")).to_be_visible()
    assert "schule@example.org" not in page.content()
    assert violations(page) == []
    page.get_by_role("button", name="Ja, ich helfe").click()
    expect(page.get_by_text("Sie haben ja gesagt.")).to_be_visible()
    assert "schule@example.org" in mail_to("mentorin@example.org")
    assert "mentorin@example.org" in mail_to("schule@example.org")


def say_where(page: Page, *, town: str, person: str, email: str) -> None:
    page.locator("[name=languages][value=de]").check()
    page.locator("[name=country]").select_option("DE")
    page.locator("[name=town]").fill(town)
    page.locator("[name=person]").fill(person)
    page.locator("[name=email]").fill(email)
    page.locator("[name=is_adult]").check()
