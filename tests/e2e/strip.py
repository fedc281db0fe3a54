"""Plays a level through the strip as a person does: taps blocks, chooses numbers, presses Run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, expect

TRAIL = Path(__file__).resolve().parent.parent.parent / "content" / "activities" / "lantern-trail"
CONTROL_BLOCKS = ("repeat", "until", "if")


def slugs() -> list[str]:
    """The levels of Lantern Trail in order, the create level last."""
    return list(yaml.safe_load((TRAIL / "activity.yaml").read_text())["levels"])


def level_file(slug: str) -> dict[str, Any]:
    return dict(yaml.safe_load((TRAIL / "levels" / f"{slug}.yaml").read_text()))


def play(page: Page, slug: str) -> None:
    """Wins the level that is open, by its reference solution, and answers what it asks."""
    level = level_file(slug)
    page.locator(".p-speed").select_option("fast")
    if "predict" in level:
        answer_prediction(page, level)
    clear(page)
    pieces = piece_ids(level["start"]["program"]) if level["kind"] == "parsons" else None
    enter(page, level["solutions"][0]["program"], pieces)
    page.locator("#run").click()
    # A long program on three maps takes a while even when it is played fast.
    expect(page.locator(".p-win")).to_be_visible(timeout=60_000)


def answer_prediction(page: Page, level: dict[str, Any]) -> None:
    index = level["predict"]["options"].index(level["predict"]["answer"])
    page.locator(".p-letter-btn").nth(index).click()
    page.locator("#run").click()
    expect(page.locator(".p-letter-btn")).to_have_count(0)


def clear(page: Page) -> None:
    """Takes every block out of the program, by keyboard."""
    lines = page.locator('.p-program [data-key^="after-"]')
    while lines.count():
        lines.last.focus()
        page.keyboard.press("Delete")
    page.locator('.p-program [data-key="start"]').click()


def enter(page: Page, program: list[Any], pieces: list[tuple[str, str]] | None) -> None:
    """Adds the statements behind the chosen line. `pieces`: look and id of each piece of a Parsons level."""
    for statement in program:
        block = block_of(statement)
        page.locator(f'.p-tools [data-key="{block if pieces is None else take(pieces, statement)}"]').click()
        if isinstance(statement, dict):
            fill(page, statement, pieces)


def fill(page: Page, statement: dict[str, Any], pieces: list[tuple[str, str]] | None) -> None:
    chosen = page.locator(".p-program .is-chosen").get_attribute("data-key")
    assert chosen is not None
    identifier = chosen.removeprefix("body-")
    page.locator(f'[data-key="choice-{identifier}"]').select_option(choice_of(statement))
    enter(page, statement["do"], pieces)
    if "else" in statement:
        page.locator(f'.p-program [data-key="otherwise-{identifier}"]').click()
        enter(page, statement["else"], pieces)
    page.locator(f'.p-program [data-key="after-{identifier}"]').click()


def block_of(statement: Any) -> str:
    if isinstance(statement, str):
        return statement
    control = next(name for name in CONTROL_BLOCKS if name in statement)
    return "if_else" if "else" in statement else control


def choice_of(statement: dict[str, Any]) -> str:
    value = next(statement[name] for name in CONTROL_BLOCKS if name in statement)
    return f"not_{value['not']}" if isinstance(value, dict) else str(value)


def piece_ids(program: list[Any], before: str = "") -> list[tuple[str, str]]:
    """Look and id of each piece. The engine's ids: 1, 2; in the body of 2, 2.1; in its else branch, 2.e1."""
    pieces = []
    for number, statement in enumerate(program, start=1):
        identifier = f"{before}{number}"
        pieces.append((look(statement), identifier))
        if isinstance(statement, dict):
            pieces += piece_ids(statement["do"], f"{identifier}.")
            pieces += piece_ids(statement.get("else", []), f"{identifier}.e")
    return pieces


def look(statement: Any) -> str:
    """The block with its number or condition: what tells one piece from another."""
    return block_of(statement) + (f" {choice_of(statement)}" if isinstance(statement, dict) else "")


def take(pieces: list[tuple[str, str]], statement: Any) -> str:
    piece = next(each for each in pieces if each[0] == look(statement))
    pieces.remove(piece)
    return piece[1]
