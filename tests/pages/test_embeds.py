"""Cards that other websites show in a frame."""

import html
import re
from datetime import UTC, datetime

import pytest

from codora.campaigns.models import Campaign
from codora.core.page_cache.policy import KEEP

pytestmark = pytest.mark.django_db
CARDS = ("/en/embed/countdown/summer/", "/en/embed/counter/")
SITE = "http://127.0.0.1:8000"


@pytest.fixture(autouse=True)
def summer(campaigns, loaded, clock) -> None:
    clock(datetime(2026, 7, 1, 10, tzinfo=UTC))


def directives(response) -> dict[str, str]:
    parts = (part.partition(" ") for part in response["Content-Security-Policy"].split("; "))
    return {name: sources for name, _, sources in parts}


@pytest.mark.parametrize("path", CARDS)
def test_any_website_may_frame_a_card_that_can_do_nothing(client, path):
    response = client.get(path)
    policy = directives(response)
    assert policy["frame-ancestors"] == "*"
    assert "X-Frame-Options" not in response
    assert policy["default-src"] == policy["script-src"] == policy["form-action"] == "'none'"
    assert "<script" not in response.content.decode()
    assert "<form" not in response.content.decode()
    assert not response.cookies
    assert client.post(path).status_code == 405


@pytest.mark.parametrize(
    "path", ["/en/", "/en/embed/", "/en/campaigns/summer/", "/en/developers/", "/api/v1/campaigns"]
)
def test_nothing_else_may_be_framed(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert directives(response)["frame-ancestors"] == "'none'"
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 7, 1, 10, tzinfo=UTC), ["<b>5</b>", "days to go", "How to take part"]),
        (datetime(2026, 7, 12, 10, tzinfo=UTC), ["<b>1</b>", "day left", "Take part now"]),
        (datetime(2026, 7, 15, 10, tzinfo=UTC), ["Thank you", "See what came of it"]),
    ],
)
def test_the_countdown_says_where_the_campaign_stands(client, clock, moment, said):
    clock(moment)
    card = client.get(CARDS[0]).content.decode()
    for words in said:
        assert words in card
    assert f'href="{SITE}/en/campaigns/summer/" target="_blank" rel="noopener"' in card


def test_the_countdown_is_kept_until_the_next_day_begins_and_the_count_for_a_minute(client, clock):
    clock(datetime(2026, 7, 1, 21, 59, tzinfo=UTC))  # 23:59 in Brussels
    assert client.get(CARDS[0]).wsgi_request.META[KEEP] == 60
    assert client.get(CARDS[1]).wsgi_request.META[KEEP] == 60


def test_a_card_speaks_the_language_of_its_address(client):
    assert "Sommer im Code" in client.get("/de/embed/countdown/summer/").content.decode()


@pytest.mark.parametrize(
    ("query", "attribute"),
    [
        ("", ""),
        ("?theme=dark", 'data-theme="dark"'),
        ("?theme=light", 'data-theme="light"'),
        ("?theme=x", ""),
    ],
)
def test_a_card_is_light_or_dark_as_its_address_says(client, query, attribute):
    for path in CARDS:
        tag = re.search(r"<html[^>]*>", client.get(path + query).content.decode())[0]
        assert ("data-theme" in tag) is bool(attribute)
        assert attribute in tag


def test_a_campaign_without_days_and_one_that_is_hidden_have_no_countdown(client):
    assert client.get("/en/embed/countdown/winter/").status_code == 404
    assert client.get("/en/embed/countdown/nothing/").status_code == 404


def snippet_at(client, query: str) -> tuple[str, str]:
    """The HTML to copy, and where the preview leads."""
    page = client.get(f"/en/embed/{query}").content.decode()
    return (
        html.unescape(re.search(r"<code>(.*?)</code>", page)[1]),
        html.unescape(re.search(r'<iframe class="embed-preview" src="([^"]+)"', page)[1]),
    )


@pytest.mark.parametrize(
    ("query", "path", "title"),
    [
        ("", "/en/embed/countdown/summer/", "Summer of code"),
        ("?show=summer&language=de&theme=dark", "/de/embed/countdown/summer/?theme=dark", "Sommer im Code"),
        ("?show=counter&theme=light", "/en/embed/counter/?theme=light", "Hours finished"),
        ("?show=nothing&language=xx&theme=x", "/en/embed/countdown/summer/", "Summer of code"),
    ],
)
def test_the_snippet_is_what_the_preview_shows(client, query, path, title):
    snippet, preview = snippet_at(client, query)
    assert preview == path
    assert snippet.startswith(f'<iframe src="{SITE}{path}" title="{title}" ')
    assert client.get(preview).status_code == 200


def test_where_no_campaign_has_days_the_count_is_offered(client):
    Campaign.objects.update(is_published=False)
    Campaign.objects.first().save()
    assert snippet_at(client, "")[1] == "/en/embed/counter/"


def test_a_campaigns_page_leads_to_its_card(client):
    page = client.get("/en/campaigns/summer/").content.decode()
    assert 'href="/en/embed/?show=summer"' in page
    assert directives(client.get("/en/embed/"))["frame-src"] == "'self'"
