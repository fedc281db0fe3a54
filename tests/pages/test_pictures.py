"""Pictures that staff upload are written anew, and are never without words."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import UploadedFile

from codora.core.pictures import PictureRefused, clean_picture
from codora.pages.models import Picture

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
PLACE = "Somebody's home"


def drawn(kind: str = "JPEG", size: tuple[int, int] = (40, 20), mode: str = "RGB", **options) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, "red").save(file, kind, **options)
    return file.getvalue()


def photo() -> bytes:
    """With a place in its metadata, and turned by a quarter."""
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = PLACE, 6
    return drawn(exif=exif)


def bytes_of(field) -> bytes:
    with field.open() as file:
        return file.read()


@pytest.fixture
def upload(admin_client, loaded, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"

    def send(name: str, content: bytes, description: str = "A red field"):
        data = {"title": "A picture", "file": SimpleUploadedFile(name, content), "collection": 1}
        return admin_client.post(reverse("wagtailimages:add"), {**data, "description": description})

    return send


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content"), [("a.svg", SVG), ("a.png", SVG), ("a.png", HTML), ("a.jpg", HTML), ("a.gif", HTML)]
)
def test_what_a_browser_could_run_is_no_picture(upload, name, content):
    upload(name, content)
    assert not Picture.objects.exists()


@pytest.mark.django_db
def test_a_picture_that_carries_a_page_behind_its_pixels_loses_it(upload):
    upload("a.png", drawn("PNG") + HTML)
    assert HTML not in bytes_of(Picture.objects.get().file)


@pytest.mark.django_db
def test_a_picture_that_carries_a_page_in_its_comment_loses_it(upload):
    upload("a.jpg", drawn(comment=HTML))
    assert HTML not in bytes_of(Picture.objects.get().file)


@pytest.mark.django_db
def test_a_file_that_is_too_large_is_not_taken(upload, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
    upload("a.jpg", drawn())
    assert not Picture.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    [
        "../../../outside.jpg",
        "..\\..\\outside.jpg",
        "/etc/outside.jpg",
        "page.html.jpg",
        "a\u202egpj.exe.jpg",
        "tab\tand\nline.jpg",
        "Ωστε; rm -rf ~.jpg",
        ".htaccess.jpg",
        "a" * 300 + ".jpg",
    ],
)
def test_a_name_that_plays_tricks_becomes_a_plain_one_among_the_uploads(upload, tmp_path, name):
    upload(name, drawn())
    stored = Picture.objects.get().file.name
    assert re.fullmatch(r"original_images/[\w.-]+\.jpg", stored, re.ASCII)
    assert ".." not in stored
    outside = [file for file in tmp_path.rglob("*.jpg") if tmp_path / "media" not in file.parents]
    assert not outside


@pytest.mark.django_db
def test_what_a_camera_noted_is_gone_and_the_picture_stands_upright(upload):
    assert PLACE.encode() in photo()
    upload("a.jpg", photo())
    stored = Picture.objects.get()
    content = bytes_of(stored.file)
    assert PLACE.encode() not in content
    assert not Image.open(io.BytesIO(content)).getexif()
    assert (stored.width, stored.height) == (20, 40)


@pytest.mark.django_db
def test_a_picture_without_a_description_is_not_taken(upload):
    assert "description" in upload("a.jpg", drawn(), description="").context["form"].errors
    assert not Picture.objects.exists()


@pytest.mark.django_db
def test_a_picture_that_waits_for_its_description_is_clean_already(admin_client, loaded, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    file = SimpleUploadedFile("a.jpg", photo())
    admin_client.post(
        reverse("wagtailimages:add_multiple"),
        {"files[]": file, "title": "A picture", "collection": 1},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    waiting = UploadedFile.objects.get()
    assert PLACE.encode() not in bytes_of(waiting.file)
    admin_client.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk]),
        {
            f"uploaded-image-{waiting.pk}-title": "A picture",
            f"uploaded-image-{waiting.pk}-description": "A red field",
            f"uploaded-image-{waiting.pk}-collection": 1,
        },
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert (Picture.objects.get().width, Picture.objects.get().height) == (20, 40)


@pytest.mark.django_db
def test_a_picture_with_too_many_pixels_is_not_taken(upload, monkeypatch):
    monkeypatch.setattr("codora.core.pictures.MAX_PIXELS", 100)
    upload("a.png", drawn("PNG"))
    assert not Picture.objects.exists()


def test_a_bomb_is_refused_before_it_unfolds():
    with pytest.raises(PictureRefused, match="too many pixels"):
        clean_picture(drawn("PNG", (8000, 8000), mode="L"), "a.png")


@pytest.mark.parametrize(
    ("kind", "mode", "stored"),
    [("PNG", "RGBA", "PNG"), ("PNG", "P", "PNG"), ("WEBP", "RGBA", "WEBP"), ("JPEG", "CMYK", "JPEG")],
)
def test_a_picture_keeps_its_kind_and_looks(kind, mode, stored):
    source = Image.new("RGBA" if mode == "RGBA" else mode, (8, 8))
    if mode == "RGBA":
        source.paste((255, 0, 0, 128), (0, 0, 8, 8))
    file = io.BytesIO()
    source.save(file, kind)
    clean = Image.open(clean_picture(file.getvalue(), "a.bin"))
    assert clean.format == stored
    if mode == "RGBA":
        assert clean.convert("RGBA").getpixel((4, 4))[3] == 128


def test_a_name_gets_the_extension_that_the_picture_deserves():
    assert clean_picture(drawn("PNG"), "holiday.html.jpg").name == "holiday.html.png"
