"""The public pages of pledges and coalitions."""

import json
import re
from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command

from codora.campaigns.models import Campaign
from codora.campaigns.pledges.models import Coalition, CoalitionText
from codora.core.page_cache.generations import read_generations
from codora.search.queries import search
from tests.pledges import make_partner, make_public, reported, target

pytestmark = pytest.mark.django_db

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(autouse=True)
def _now(loaded, clock):
    clock(datetime(2026, 6, 20, 12, tzinfo=UTC))


@pytest.fixture
def partner():
    return make_partner()


def make_coalition(*members, country="MT", is_published=True) -> Coalition:
    coalition = Coalition(slug="malta", name="Coalition Malta", country_id=country, is_published=is_published)
    coalition.members = list(members)
    coalition.texts = [CoalitionText(language="en", lead="We train Malta.", about="Together.")]
    coalition.save()
    return coalition


def data_in(response) -> dict:
    return json.loads(SCRIPT.search(response.content.decode())[1])


def test_the_list_is_empty_at_first(client):
    page = client.get("/en/pledges/").content.decode()
    assert "No pledge is public yet" in page


def test_the_list_tells_who_what_where_and_how_far(client, partner):
    pledge = make_public(partner, target(100), countries=["MT", "EE"])
    reported(pledge, 25, date(2026, 6, 1))
    page = client.get("/en/pledges/").content.decode()
    for words in ("Harbour", "Estonia, Malta", "Teachers for islands", "On the way", "<b>25</b> of 100"):
        assert words in page
    german = client.get("/de/pledges/").content.decode()
    assert "Estland, Malta" in german


def test_filters_stand_in_the_address_and_nonsense_filters_nothing(client, partner):
    make_public(partner, target(5, "devices"), title="Tablets")
    make_public(partner, title="Teachers")
    assert "Tablets" not in client.get("/en/pledges/?unit=teachers").content.decode()
    assert "No pledge fits" in client.get("/en/pledges/?unit=jobs").content.decode()
    both = client.get("/en/pledges/?unit=litres&country=XX&state=lost").content.decode()
    assert "Tablets" in both
    assert "Teachers" in both


def test_a_long_list_has_pages_and_its_figures_are_of_all(client, partner):
    for number in range(25):
        make_public(partner, target(1), title=f"Pledge {number}")
    second = client.get("/en/pledges/?page=2")
    assert second.context["figures"].pledges == 25
    assert len(second.context["page"]) == 1


def test_the_page_of_a_pledge_tells_machines_what_it_is(client, partner):
    pledge = make_public(partner, target(100, by=date(2026, 12, 31)), language="mt", text="<b>We</b> train.")
    response = client.get(f"/en/pledges/{pledge.pk}/")
    page = response.content.decode()
    assert "<b>We</b>" not in page
    assert '<h1 lang="mt" dir="ltr">' in page
    data = data_in(response)
    assert (data["@type"], data["inLanguage"], data["endTime"]) == ("Action", "mt", "2026-12-31")
    assert data["agent"] == {"@type": "Organization", "name": "Harbour"}
    assert data["actionStatus"].endswith("/ActiveActionStatus")
    reported(pledge, 100, date(2026, 6, 1))
    assert data_in(client.get(f"/en/pledges/{pledge.pk}/"))["actionStatus"].endswith("/CompletedActionStatus")


def test_a_coalition_shows_the_pledges_of_its_members_for_its_country(client, partner):
    member = make_partner("member")
    make_coalition(member)
    make_public(member, title="For Malta", countries=["MT"])
    make_public(member, title="For Estonia", countries=["EE"])
    make_public(member, title="For Europe")
    make_public(partner, title="Of another", countries=["MT"])
    response = client.get("/en/pledges/coalitions/malta/")
    page = response.content.decode()
    assert response.context["figures"].pledges == 2
    for words in ("For Malta", "For Europe", "We train Malta.", "Member"):
        assert words in page
    for words in ("For Estonia", "Of another"):
        assert words not in page
    assert data_in(response)["member"] == [{"@type": "Organization", "name": "Member"}]
    assert "Coalition Malta" in client.get("/en/pledges/").content.decode()


def test_a_coalition_that_is_not_published_is_not_there(client, partner):
    make_coalition(partner, is_published=False)
    assert client.get("/en/pledges/coalitions/malta/").status_code == 404
    assert "Coalition Malta" not in client.get("/en/pledges/").content.decode()
    assert "coalitions" not in client.get("/sitemap-en.xml").content.decode()


def test_search_and_sitemap_know_what_is_public(client, partner, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        pledge = make_public(partner, language="mt", title="Tablets għal kulħadd")
        make_coalition(partner)
    assert f"/mt/pledges/{pledge.pk}/" in client.get("/sitemap-mt.xml").content.decode()
    assert "/en/pledges/coalitions/malta/" in client.get("/sitemap-en.xml").content.decode()
    [found] = search("kulħadd", language="mt").results
    assert (found.kind, found.url) == ("Pledge", f"/en/pledges/{pledge.pk}/")
    assert [each.kind for each in search("coalition malta", language="en").results] == ["Coalition"]
    with django_capture_on_commit_callbacks(execute=True):
        partner.live = False
        partner.save()
    assert search("kulħadd", language="mt").results == []
    assert f"/pledges/{pledge.pk}/" not in client.get("/sitemap-mt.xml").content.decode()
    call_command("load_content", verbosity=0, stdout=None)
    assert search("kulħadd", language="mt").results == []


def test_pages_become_old_when_something_public_changes_and_not_for_a_draft(partner):
    pledge = make_public(partner)
    before = read_generations()["campaigns"]
    report = reported(pledge, 1, date(2026, 6, 1), accept=False)
    assert read_generations()["campaigns"] == before
    report.state = "accepted"
    report.save()
    assert read_generations()["campaigns"] == before + 1
    pledge.delete()
    assert read_generations()["campaigns"] > before + 1


def test_a_campaign_shows_the_pledges_for_it(client, campaigns, partner):
    call_command("load_content", verbosity=0, stdout=None)
    summer = Campaign.objects.get(slug="summer")
    make_public(partner, title="For the summer", campaign=summer)
    make_public(partner, title="For no campaign")
    page = client.get("/en/campaigns/summer/").content.decode()
    assert "For the summer" in page
    assert "For no campaign" not in page
    [found] = client.get("/en/campaigns/summer/").context["pledges"]
    text = client.get(f"/en/pledges/{found.pledge.pk}/").content.decode()
    assert 'href="/en/campaigns/summer/"' in text


def test_the_page_of_a_partner_shows_its_pledges(client, partner):
    make_public(make_partner("other"), title="Of another")
    assert "What it pledges" not in client.get("/en/partners/harbour/").content.decode()
    make_public(partner, title="Of the harbour")
    page = client.get("/en/partners/harbour/").content.decode()
    assert "What it pledges" in page
    assert "Of the harbour" in page
    assert "Of another" not in page
