"""From the home page to the certificate, through the interface, in Greek."""

from io import BytesIO
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.e2e import strip

NAME = "Ιφιγένεια Ωρολογά"


def test_a_child_codes_for_an_hour_in_greek_and_leaves_with_a_certificate(page: Page) -> None:
    page.goto("/el/")
    page.locator("main a[href='/el/play/lantern-trail/tallinn/']").first.click()
    town_levels = strip.slugs()[:-1]
    for slug in town_levels:
        page.wait_for_url(f"**/el/play/lantern-trail/{slug}/")
        strip.play(page, slug)
        page.locator('[data-key="next"]').click()
    page.wait_for_url("**/el/play/lantern-trail/finish/**")

    expect(page.locator("[data-finish=summary]")).to_contain_text("20")
    page.locator("input[name=name]").fill(NAME)
    with page.expect_download() as download:
        page.locator("#certificate button[type=submit]").click()
    certificate = PdfReader(BytesIO(Path(download.value.path()).read_bytes()))
    assert NAME in certificate.pages[0].extract_text()
    assert certificate.trailer["/Root"]["/Lang"].startswith("el")
