"""The gallery of the toolkit, and banners for other websites."""

import io
import re
from html import unescape

import pytest
from PIL import Image

from codora.campaigns.models import Campaign, CampaignText
from codora.campaigns.toolkit import previews
from codora.campaigns.toolkit.documents import BANNERS, KINDS
from tests.campaigns.test_toolkit import URL, _summer, ask  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_preview_in_each_language(client, kind):
    response = client.get(f"{URL}{kind}.webp")
    assert response["Content-Type"] == "image/webp"
    picture = Image.open(io.BytesIO(response.content))
    assert max(picture.size) > 250
    assert client.get(f"/de/campaigns/summer/toolkit/{kind}.webp").content != response.content


def test_a_preview_is_made_once_until_staff_change_its_words(client, monkeypatch):
    first = client.get(f"{URL}poster-a4.webp").content
    with monkeypatch.context() as patch:
        patch.setattr(previews, "typeset_pages", lambda *_: pytest.fail("made again"))
        assert client.get(f"{URL}poster-a4.webp").content == first
    CampaignText.objects.filter(language="en", campaign__slug="summer").update(name="Winter of code")
    Campaign.objects.get(slug="summer").save()
    assert client.get(f"{URL}poster-a4.webp").content != first


def test_every_picture_of_the_page_is_there_and_every_button_gives_a_file(client):
    page = client.get(URL).content.decode()
    pictures = re.findall(r'<img[^>]* src="(/en/campaigns/[^"]+)"', page)
    assert len(pictures) >= 9 + len(BANNERS)
    assert all(client.get(path).status_code == 200 for path in pictures)
    for document in re.findall(r'name="document" value="([^"]+)"', page):
        response = ask(client, document)
        assert ("Content-Disposition" in response) is (document != "show")


def test_the_previews_can_be_seen_in_another_language_and_what_was_typed_stays(client):
    response = ask(client, "show", language="de", host="Harbour School")
    assert response.status_code == 200
    page = response.content.decode()
    assert 'src="/de/campaigns/summer/toolkit/poster-a4.webp"' in page
    assert "Sommer im Code, 6. Juli" in page
    assert 'value="Harbour School"' in page


@pytest.mark.parametrize("kind", BANNERS)
def test_a_banner_can_be_kept_and_asks_for_nothing(client, kind):
    response = client.get(f"/de/campaigns/summer/{kind}.png")
    assert Image.open(io.BytesIO(response.content)).size == KINDS[kind].size
    assert "public" in response["Cache-Control"]
    assert "max-age=3600" in response["Cache-Control"]
    assert not response.cookies


def test_the_html_to_copy_shows_the_banner_and_leads_to_the_campaign(client, settings):
    page = client.get(URL).content.decode()
    snippets = [unescape(text) for text in re.findall(r"<code>(.*?)</code>", page)]
    for kind in BANNERS:
        [html] = [text for text in snippets if f"/en/campaigns/summer/{kind}.png" in text]
        width, height = KINDS[kind].size
        assert html.startswith(f'<a href="{settings.BASE_URL}/en/campaigns/summer/">')
        assert f'width="{width}" height="{height}"' in html
        assert 'alt="Summer of code, 6 July' in html


@pytest.mark.parametrize(
    "path",
    [
        "/en/campaigns/summer/toolkit/nothing.webp",
        "/en/campaigns/summer/poster-a4.png",
        "/en/campaigns/winter/toolkit/poster-a4.webp",
        "/en/campaigns/winter/banner-728x90.png",
    ],
)
def test_there_is_no_other_picture(client, path):
    assert client.get(path).status_code == 404
