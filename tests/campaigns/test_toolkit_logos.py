"""The host's own logo: shown well whatever it looks like, and not kept."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw
from pypdf import PdfReader

from codora.campaigns.models import Campaign
from codora.campaigns.toolkit.documents import KINDS, make_documents
from codora.campaigns.toolkit.logos import DARK, MAX_SIDE, WHITE, prepare_logo
from codora.core.pictures import clean_picture
from tests.campaigns.test_toolkit import PAPERS, _summer, ask  # noqa: F401

pytestmark = pytest.mark.django_db


def drawn(size, colour, ground=(0, 0, 0, 0), inset=10) -> bytes:
    image = Image.new("RGBA", size, ground)
    width, height = size
    ImageDraw.Draw(image).ellipse((inset, inset, width - inset - 1, height - inset - 1), fill=colour)
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def logo(content: bytes):
    return prepare_logo(clean_picture(content, "logo.png", max_side=MAX_SIDE))


def upload(content: bytes, name="logo.png"):
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize(
    ("colour", "ground", "expected"),
    [
        ("black", (0, 0, 0, 0), WHITE),
        ("white", (0, 0, 0, 0), DARK),
        ("#FFC53D", (0, 0, 0, 0), WHITE),
        ("#484848", (0, 0, 0, 255), "#000000"),
        ("#2040A0", (255, 255, 255, 255), "#FFFFFF"),
    ],
)
def test_a_logo_stands_on_a_ground_on_which_it_is_seen(colour, ground, expected):
    assert logo(drawn((300, 200), colour, ground, inset=20)).ground == expected


def test_empty_margins_are_cut_off():
    assert logo(drawn((400, 400), "navy", inset=100)).ratio == pytest.approx(1)
    assert logo(drawn((1200, 300), "navy", inset=100)).ratio == pytest.approx(10, abs=0.2)


@pytest.mark.parametrize("size", [(3000, 60), (60, 3000), (4, 4), (640, 640)])
def test_every_shape_fits_every_document(size):
    campaign = Campaign.objects.get(slug="summer")
    made = make_documents(
        KINDS,
        campaign=campaign,
        period=campaign.editions.get().period(),
        language="de",
        host="W" * 60,
        logo=logo(drawn(size, "navy", inset=1)),
    )
    for name, content in made.items():
        if name.endswith(".pdf"):
            assert len(PdfReader(io.BytesIO(content)).pages) == (9 if "slides" in name else 1), name


@pytest.mark.parametrize("kind", PAPERS)
def test_the_logo_is_on_paper_and_has_the_hosts_name_for_those_who_do_not_see_it(client, kind):
    asked = {"host": "Harbour School", "logo": upload(drawn((300, 200), "navy"))}
    assert "Logo of Harbour School" in alternative_texts(ask(client, kind, **asked).content)
    assert "Logo of Harbour School" not in alternative_texts(ask(client, kind, host="Harbour School").content)


def alternative_texts(content: bytes) -> set[str]:
    reader = PdfReader(io.BytesIO(content))
    objects = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    return {str(each["/Alt"]) for each in objects if isinstance(each, dict) and "/Alt" in each}


@pytest.mark.parametrize("kind", ["social-square", "social-story", "social-wide"])
def test_the_logo_is_on_pictures(client, kind):
    with_logo = ask(client, kind, logo=upload(drawn((300, 200), "navy"))).content
    assert with_logo != ask(client, kind).content


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "not a picture in JPEG, PNG or WebP"),
        (b"%PDF-1.7", "not a picture in JPEG, PNG or WebP"),
        (drawn((200, 200), "white", (255, 255, 255, 255)), "Nothing can be seen"),
        (drawn((200, 200), (0, 0, 0, 0)), "Nothing can be seen"),
        (b"x" * (2 * 1024 * 1024 + 1), "larger than 2 MB"),
    ],
)
def test_what_is_no_logo_is_told_and_what_was_typed_stays(client, sent, reason):
    response = ask(client, host="Harbour School", language="de", logo=upload(sent))
    assert response.status_code == 422
    assert reason in str(response.context["form"].errors["logo"])
    assert response.context["form"]["host"].value() == "Harbour School"
    assert response.context["form"]["language"].value() == "de"


def test_a_logo_is_not_kept(client, settings):
    ask(client, "all", logo=upload(drawn((300, 200), "navy")))
    assert not [file for file in settings.DATA.rglob("*") if file.is_file()]


def test_more_than_a_logo_is_not_even_read(client):
    assert ask(client, logo=upload(b"x" * (3 * 1024 * 1024))).status_code == 413
