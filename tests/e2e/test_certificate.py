"""The certificate's form when a name cannot be printed."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Watch

UNPRINTABLE = "Mia 🦉 Weiß"


def test_an_unprintable_character_is_named_and_what_was_typed_stays(page: Page, watch: Watch) -> None:
    watch.expected.append("422")
    page.goto("/de/play/lantern-trail/finish/")
    page.locator("#certificate summary").click()
    page.locator("input[name=name]").fill(UNPRINTABLE)
    page.locator("#certificate button[type=submit]").click()

    name = page.locator("input[name=name]")
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#id_name_error")).to_contain_text("🦉")
    expect(name).to_have_value(UNPRINTABLE)
