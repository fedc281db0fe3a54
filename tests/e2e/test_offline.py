"""The connection fails in the middle of a level, and comes back."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e import strip
from tests.e2e.conftest import Watch


def test_progress_made_offline_arrives_once_the_connection_is_back(
    page: Page, context: BrowserContext, watch: Watch
) -> None:
    watch.expected.append("ERR_INTERNET_DISCONNECTED")
    page.goto("/en/play/lantern-trail/tallinn/")
    expect(page.locator(".p-tools button").first).to_be_visible()
    context.set_offline(True)
    strip.play(page, "tallinn")
    with page.expect_response(
        lambda response: (
            response.url.endswith("/api/v1/progress") and '"win"' in (response.request.post_data or "")
        )
    ) as arrived:
        context.set_offline(False)
    assert arrived.value.status == 200


def test_a_program_survives_leaving_the_page(page: Page) -> None:
    page.goto("/en/play/lantern-trail/tallinn/")
    page.locator('.p-tools [data-key="move"]').click()
    page.locator('.p-tools [data-key="light"]').click()
    page.goto("/en/learn/")
    page.goto("/en/play/lantern-trail/tallinn/")
    expect(page.locator('.p-program [data-key^="after-"]')).to_have_count(2)
