"""A school makes a poster of its own: in Greek, with its name and its logo."""

from __future__ import annotations

import io
import re
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.e2e.conftest import Watch

PAGE = "/el/campaigns/one-hour-for-europe/toolkit/"
SCHOOL = "3ο Δημοτικό Σχολείο Κορδελιού"


def logo() -> bytes:
    image = Image.new("RGBA", (400, 200))
    ImageDraw.Draw(image).rounded_rectangle((20, 20, 380, 180), radius=40, fill="navy")
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def choose(page: Page, name: str, kind: str, content: bytes) -> None:
    page.locator("input[name=logo]").set_input_files({"name": name, "mimeType": kind, "buffer": content})


def test_a_greek_poster_has_the_schools_name_and_logo(page: Page, watch: Watch) -> None:
    watch.expected.append("422")
    page.goto(PAGE)
    page.locator("input[name=host]").fill(SCHOOL)
    choose(page, "logo.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    poster = page.locator("button[value=poster-a4]")
    poster.click()
    expect(page.locator("#id_logo_error")).to_contain_text("JPEG, PNG")
    expect(page.locator("input[name=host]")).to_have_value(SCHOOL)

    choose(page, "logo.png", "image/png", logo())
    with page.expect_download() as download:
        poster.click()
    assert download.value.suggested_filename == "one-hour-for-europe-poster-a4-el.pdf"
    file = PdfReader(Path(download.value.path()))
    words = " ".join(file.pages[0].extract_text().split())
    assert SCHOOL in words
    assert "Μία ώρα για την Ευρώπη" in words
    assert any("/Alt" in each and SCHOOL in each["/Alt"] for each in objects_of(file))


def objects_of(file: PdfReader) -> list[dict]:
    numbers = range(1, int(file.trailer["/Size"]))
    return [each for each in map(file.get_object, numbers) if isinstance(each, dict)]


def test_the_gallery_shows_each_document_in_the_chosen_language(page: Page) -> None:
    page.goto(PAGE)
    page.locator("select[name=language]").select_option("mt")
    page.locator("button[value=show]").click()
    previews = page.locator(".toolkit__previews img")
    expect(previews).to_have_count(9)
    for index in range(9):
        preview = previews.nth(index)
        preview.scroll_into_view_if_needed()
        expect(preview).to_have_attribute("src", re.compile("^/mt/campaigns/"))
        expect(preview).to_have_js_property("complete", True)
        assert preview.evaluate("image => image.naturalWidth") > 100
