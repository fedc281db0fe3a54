"""The Blocks view: Blockly by keyboard, and the same program in every view."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import strip
from tests.e2e.test_keyboard import LEVEL, tab_to

IN_TOOLBOX = ".blocklyFlyout :focus"


def choose_view(page: Page, name: str) -> None:
    page.locator(".p-seg label", has=page.locator(f'input[value="{name}"]')).click()


def python_of(page: Page) -> str:
    choose_view(page, "python")
    return page.locator(".p-area__body").inner_text()


def add_chosen_block(page: Page, blocks: int) -> None:
    """Takes the block chosen in the toolbox; the program then has so many `blocks`."""
    page.keyboard.press("Enter")
    # Blockly carries the block until a second Enter sets it down behind the last one.
    expect(page.locator(IN_TOOLBOX)).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator(".p-area__count")).to_have_text(f"{blocks} block" + ("s" if blocks > 1 else ""))


def go_to_toolbox(page: Page) -> None:
    # Once the last block is set down: a key that comes in between is nobody's.
    expect(page.locator(".p-blockly :focus")).to_have_count(1)
    page.keyboard.press("t")
    expect(page.locator(IN_TOOLBOX)).to_have_count(1)


def test_level_one_is_won_by_keyboard_alone_in_blocks(page: Page) -> None:
    page.goto(LEVEL)
    expect(page.locator("#run")).to_be_visible()
    tab_to(page, 'input[name="p-view"]')
    page.keyboard.press("ArrowRight")
    expect(page.locator(".blocklyFlyout .blocklyDraggable").first).to_be_visible()

    tab_to(page, ".blocklyFlyout *")
    add_chosen_block(page, blocks=1)
    go_to_toolbox(page)
    add_chosen_block(page, blocks=2)
    go_to_toolbox(page)
    page.keyboard.press("ArrowDown")
    expect(page.locator(".blocklyFlyout .codora_light :focus")).to_have_count(1)
    add_chosen_block(page, blocks=3)

    tab_to(page, "#run")
    page.keyboard.press("Enter")
    expect(page.locator(".p-win")).to_be_visible()


def centre(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).last.bounding_box()
    assert box is not None
    return box["x"] + 16, box["y"] + box["height"] / 2


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + 10, start[1] + 10)
    page.mouse.move(*end, steps=5)


def test_blocks_are_dragged_from_the_toolbox_and_back(page: Page) -> None:
    page.goto(LEVEL)
    choose_view(page, "blocks")
    toolbox_block = ".blocklyFlyout .codora_move"
    expect(page.locator(toolbox_block)).to_be_visible()
    x, y = centre(page, ".codora_start:not(.blocklyFlyout *)")

    drag(page, centre(page, toolbox_block), (x, y + 50))
    page.mouse.up()
    expect(page.locator(".p-area__count")).to_have_text("1 block")

    drag(page, centre(page, ".codora_move:not(.blocklyFlyout *)"), centre(page, toolbox_block))
    expect(page.locator(".p-blockly__bin")).to_be_visible()
    page.mouse.up()
    expect(page.locator(".p-area__count")).to_have_text("0 blocks")
    expect(page.locator(".p-blockly__bin")).to_be_hidden()

    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".p-area__count")).to_have_text("1 block")


def test_nothing_that_fits_has_a_scrollbar(page: Page) -> None:
    page.goto(LEVEL)
    choose_view(page, "blocks")
    expect(page.locator(".blocklyFlyout .blocklyDraggable").first).to_be_visible()
    for bar in page.locator(".blocklyScrollbarHandle").all():
        expect(bar).to_be_hidden()


@pytest.mark.parametrize("slug", ["tallinn", "valletta"])
def test_a_program_stays_the_same_in_every_view(page: Page, slug: str) -> None:
    page.goto(f"/en/play/lantern-trail/{slug}/")
    expect(page.locator(".p-tools button").first).to_be_visible()
    strip.enter(page, strip.level_file(slug)["solutions"][0]["program"], None)
    written = page.locator(".p-program").inner_text()
    as_python = python_of(page)

    choose_view(page, "blocks")
    expect(page.locator(".blocklySvg").first).to_be_visible()
    choose_view(page, "strip")

    assert page.locator(".p-program").inner_text() == written
    assert python_of(page) == as_python
