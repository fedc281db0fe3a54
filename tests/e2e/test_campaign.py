"""A campaign as people meet it: staff make one that is about to begin, a teacher hosts an hour."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Manage, Watch

CAMPAIGN = """
from datetime import timedelta
from django.utils import timezone
from codora.campaigns.models import Campaign, CampaignText, Edition
today = timezone.localdate()
campaign = Campaign.objects.create(slug="test-days", is_published=True, position=1)
words = dict(about="<p>A test.</p>", for_whom="<p>All.</p>", take_part="<p>Come.</p>")
CampaignText.objects.create(campaign=campaign, language="en", name="Days of tests", lead="We test.", **words)
Edition.objects.create(
    campaign=campaign, year=today.year, soon_from=today, first_day=today + timedelta(days=9),
    last_day=today + timedelta(days=12), thanks_until=today + timedelta(days=20),
)
"""
BEGIN = """
from django.utils import timezone
from codora.campaigns.models import Edition
edition = Edition.objects.get(campaign__slug="test-days")
edition.first_day = timezone.localdate()
edition.save()
"""
MAIL = """
from codora.messaging.models import OutgoingMail
print(OutgoingMail.objects.filter(to="ada@example.org").latest("pk").text)
"""


@pytest.fixture
def campaign(manage: Manage, site: str) -> None:
    manage("shell", "--no-imports", "-c", CAMPAIGN)
    yield
    manage(
        "shell",
        "--no-imports",
        "-c",
        "from codora.campaigns.models import Campaign, HostedHour; HostedHour.objects.all().delete();"
        "Campaign.objects.get(slug='test-days').delete()",
    )


def test_a_change_of_the_days_shows_on_the_home_page_at_once(
    page: Page, manage: Manage, campaign: None
) -> None:
    page.goto("/en/")
    band = page.locator(".campaign-band", has_text="Days of tests")
    expect(band).to_contain_text("days to go")
    manage("shell", "--no-imports", "-c", BEGIN)
    page.wait_for_function(
        "fetch('/en/').then(page => page.text()).then(text => text.includes('Take part now'))", timeout=5_000
    )
    page.reload()
    expect(band).to_contain_text("13")
    expect(band).to_contain_text("days left")


def test_a_teacher_hosts_an_hour_and_withdraws_it(
    page: Page, watch: Watch, manage: Manage, campaign: None
) -> None:
    watch.expected.append("422")
    page.goto("/en/campaigns/test-days/")
    page.get_by_role("link", name="Host an hour").first.click()
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_label("Who invites?").select_option("school")
    page.get_by_label("Where?").fill("School at the Harbour")
    page.get_by_label("Country").select_option("MT")
    page.get_by_label("Day").fill((date.today() + timedelta(days=10)).isoformat())
    page.get_by_label("Begin").fill("10:00")
    page.get_by_label("How many people").fill("24")
    page.get_by_label("Your e-mail address").fill("ada@example.org")
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("One step is left")

    text = manage("shell", "--no-imports", "-c", MAIL)
    page.goto(re.search(r"http://\S+", text)[0])
    page.get_by_role("button", name="Confirm my hour").click()
    expect(page.get_by_text("Your hour counts")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Into my calendar").click()
    assert download.value.suggested_filename == "hour.ics"
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your hour is withdrawn")
