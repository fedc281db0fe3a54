"""The toolkit: the dates of the campaign and the host's own name, on paper."""

import io
import zipfile

import pytest
from PIL import Image
from pypdf import PdfReader

from codora.campaigns.models import Campaign, CampaignText, Edition, SpecialPeriod
from codora.campaigns.toolkit import views
from codora.campaigns.toolkit.documents import KINDS, make_documents
from codora.core.languages import interface_languages
from codora.core.limits import RateLimit
from tests.snapshots import load_content

pytestmark = pytest.mark.django_db

URL = "/en/campaigns/summer/toolkit/"
PAPERS = [name for name, kind in KINDS.items() if kind.extension == "pdf"]
PICTURES = [name for name in KINDS if name not in PAPERS]
HOST = "Σχολείο Ħaż-Żebbuġ"


@pytest.fixture(autouse=True)
def _summer(campaigns, monkeypatch, settings, tmp_path):
    load_content()
    settings.DATA = tmp_path / "data"
    monkeypatch.setattr(views, "toolkit_limit", RateLimit(per_second=0, burst=100))


def ask(client, document="poster-a4", host=HOST, language="en", headers=None, **more):
    data = {"document": document, "host": host, "language": language, **more}
    return client.post(URL, data, headers={"Sec-Fetch-Site": "same-origin", **(headers or {})})


def words(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def documents(language="en", host=HOST, kinds=tuple(KINDS)) -> dict[str, bytes]:
    campaign = Campaign.objects.get(slug="summer")
    period = campaign.editions.get().period()
    return make_documents(kinds, campaign=campaign, period=period, language=language, host=host)


@pytest.mark.parametrize("kind", PAPERS)
def test_each_document_says_what_when_where_and_with_whom(client, kind):
    response = ask(client, kind)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="summer-{kind}-en.pdf"'
    assert response["Cache-Control"] == "no-store"
    text = words(response.content)
    for part in ("Summer of code", "6 July – 12 July 2026", HOST):
        assert part in text
    assert ("127.0.0.1:8000/en/campaigns/summer/" in text) is (kind != "certificate")


@pytest.mark.parametrize("kind", PICTURES)
def test_each_picture_has_the_size_it_is_named_after_and_its_words_change_it(client, kind):
    response = ask(client, kind)
    assert response["Content-Type"] == "image/png"
    assert response["Content-Disposition"] == f'attachment; filename="summer-{kind}-en.png"'
    assert Image.open(io.BytesIO(response.content)).size == KINDS[kind].size
    assert ask(client, kind, language="de").content != response.content


def test_what_staff_change_is_on_paper_at_once(client):
    Edition.objects.filter(campaign__slug="summer").update(last_day="2026-07-19")
    campaign = Campaign.objects.get(slug="summer")
    campaign.save()
    assert "6 July – 19 July 2026" in words(ask(client).content)


def test_without_a_name_nothing_speaks_of_one(client):
    text = words(ask(client, host="").content)
    assert "takes part" not in text
    assert "Summer of code" in text


@pytest.mark.parametrize("language", [*interface_languages(), "fr"])
def test_all_documents_are_accessible_in_each_language_and_fit_their_paper(language):
    for name, content in documents(language, kinds=PAPERS).items():
        file = PdfReader(io.BytesIO(content))
        root = file.trailer["/Root"]
        assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
        assert root["/Lang"] == ("en" if language == "fr" else language)
        assert len(file.pages) == (9 if "slides" in name else 1)
        sizes = {"a3": [842, 1191], "slides": [960, 540], "certificate": [842, 595]}
        expected = next((size for part, size in sizes.items() if part in name), [595, 842])
        assert [round(side) for side in file.pages[0].mediabox[2:]] == expected


def test_a_document_is_in_the_language_that_was_chosen(client, translate_into):
    translate_into("de", **{"It starts here:": "Hier geht es los:"})
    text = words(ask(client, language="de").content)
    for part in ("Sommer im Code", "6. Juli – 12. Juli 2026", "Hier geht es los:", "/de/campaigns/summer/"):
        assert part in text


@pytest.mark.parametrize("host", ["W" * 60, "Städtische Gemeinschaftsgrundschule am Rathenauplatz"])
def test_the_longest_texts_that_may_be_written_fit_and_add_no_page(host):
    CampaignText.objects.update(
        name="Programmierwochenende " * 3 + "für Kinder", lead=("Eine lange Zeile " * 12)[:200]
    )
    Campaign.objects.filter(slug="summer").update(hashtag="x" * 40)
    made = documents("de", host)
    for name, content in made.items():
        if name.endswith(".pdf"):
            assert len(PdfReader(io.BytesIO(content)).pages) == (9 if "slides" in name else 1), name
            assert "Programmierwochenende" in words(content)


def test_all_of_them_come_as_one_file_with_what_the_pictures_show(client):
    response = ask(client, "all")
    assert response["Content-Disposition"] == 'attachment; filename="summer-en.zip"'
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        made = [f"summer-{name}-en.{kind.extension}" for name, kind in KINDS.items()]
        assert sorted(archive.namelist()) == sorted([*made, "summer-alt-texts-en.txt"])
        assert all(HOST in words(archive.read(name)) for name in archive.namelist() if name.endswith("pdf"))
        texts = archive.read("summer-alt-texts-en.txt").decode()
    for kind in PICTURES:
        assert f"summer-{kind}-en.png\n" in texts
    assert f"{HOST} takes part." in texts


def test_the_pictures_for_social_media_come_together(client):
    response = ask(client, "social")
    assert response["Content-Disposition"] == 'attachment; filename="summer-social-en.zip"'
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        assert len([name for name in archive.namelist() if name.endswith("png")]) == 3
        assert "summer-alt-texts-en.txt" in archive.namelist()


def test_who_has_other_days_can_have_those_printed(client):
    choices = {label: value for value, label in client.get(URL).context["form"].fields["days"].choices}
    assert "Everywhere, for all: 6 July – 12 July 2026" in choices
    at_work = choices["Companies and adults: 10 July 2026"]
    assert "10 July 2026" in words(ask(client, days=at_work).content)
    assert "6 July – 12 July 2026" in words(ask(client).content)


def test_where_all_have_the_same_days_nobody_is_asked(client):
    SpecialPeriod.objects.all().delete()
    Campaign.objects.get(slug="summer").save()
    assert "days" not in client.get(URL).context["form"].fields


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"host": "x" * 61}, "host"), ({"host": "<b>"}, "host"), ({"language": "xx"}, "language")],
)
def test_what_cannot_be_printed_is_told_beside_what_was_typed(client, changes, field):
    response = ask(client, **changes)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert response.context["form"]["host"].value() == changes.get("host", HOST)


def test_there_is_no_other_document(client):
    assert ask(client, "../certificate").status_code == 422


def test_a_page_elsewhere_cannot_make_one(client):
    assert ask(client, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_one_network_cannot_ask_for_ever(client, monkeypatch):
    monkeypatch.setattr(views, "toolkit_limit", RateLimit(per_second=0, burst=1))
    assert ask(client).status_code == 200
    assert ask(client).status_code == 429


def test_a_campaign_that_is_not_published_has_none(client):
    assert client.get("/en/campaigns/winter/toolkit/").status_code == 404
