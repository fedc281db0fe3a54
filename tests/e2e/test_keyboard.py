"""Level 1 by keyboard alone."""

from playwright.sync_api import Page, expect

LEVEL = "/en/play/lantern-trail/tallinn/"


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until what the selector names has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")


def test_level_one_is_won_by_keyboard_alone_in_the_strip(page: Page) -> None:
    page.goto(LEVEL)
    expect(page.locator(".p-tools button").first).to_be_visible()
    for block, times in (("move", 2), ("light", 1)):
        tab_to(page, f'.p-tools [data-key="{block}"]')
        for _ in range(times):
            page.keyboard.press("Enter")
    tab_to(page, "#run")
    page.keyboard.press("Enter")
    expect(page.locator(".p-win")).to_be_visible()
    assert page.evaluate("document.activeElement.matches('.p-win__next')")


def test_level_one_is_won_by_keyboard_alone_in_the_blocks(page: Page) -> None:
    """Blockly's own keys: T goes to the toolbox, Enter takes a block, Enter puts it behind the last one."""
    page.goto(LEVEL)
    expect(page.locator(".p-tools button").first).to_be_visible()
    tab_to(page, "input[name=p-view]")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".blocklyFlyout .codora_light")).to_be_visible()
    for keys in (("Tab",), ("t",), ("t", "ArrowDown")):
        for key in (*keys, "Enter", "Enter"):
            page.keyboard.press(key)
    tab_to(page, "#run")
    page.keyboard.press("Enter")
    expect(page.locator(".p-win")).to_be_visible()
