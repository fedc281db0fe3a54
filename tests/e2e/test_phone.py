"""The player where there is little room: what to look at and what to press are both in sight."""

import pytest
from playwright.sync_api import FloatRect, Page, expect

from tests.e2e.test_keyboard import LEVEL


def box(page: Page, selector: str) -> FloatRect:
    found = page.locator(selector).first.bounding_box()
    assert found is not None, selector
    return found


def overlap(one: FloatRect, other: FloatRect) -> bool:
    apart_sideways = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
    apart_upright = one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]
    return not (apart_sideways or apart_upright)


@pytest.mark.parametrize(("width", "height"), [(360, 740), (360, 560), (740, 360)])
def test_level_one_opens_with_town_goal_and_blocks_in_sight(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(LEVEL)
    expect(page.locator(".p-tools button").first).to_be_visible()
    town, goal, first_block = (box(page, each) for each in (".p-world__box", ".p-goal h2", ".p-tools button"))
    for part in (town, goal, first_block):
        assert part["y"] >= 0
        assert part["y"] + part["height"] <= height
    assert not overlap(town, goal)
    assert not overlap(town, first_block)


@pytest.mark.parametrize("view", ["strip", "blocks"])
def test_the_view_can_be_changed_on_a_phone_held_sideways(page: Page, view: str) -> None:
    page.set_viewport_size({"width": 740, "height": 360})
    page.goto(LEVEL)
    label = page.locator(".p-seg label", has=page.locator(f'input[value="{view}"]'))
    expect(label).to_be_visible()
    found = label.bounding_box()
    assert found is not None
    assert found["x"] + found["width"] <= 740
