"""What axe finds on a page."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.e2e.conftest import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(page: Page) -> list[tuple[str, list[str]]]:
    page.evaluate(AXE.read_text())
    # axe does not know the code of the pseudo-language, which is among the languages in these tests only.
    found = page.evaluate("rules => axe.run({exclude: ['[lang=qps]']}, rules)", RULES)["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]
