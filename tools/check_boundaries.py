"""Holds templates and names in strings to the graph of apps that .importlinter holds imports to.

Python imports are import-linter's business. What it cannot see are templates (`{% include "play/…" %}`,
`{% url "insights:…" %}`, `render(request, "play/…")`), names of URLs (`reverse("play:…")`), string foreign
keys ("curriculum.Level") and `get_model("curriculum", …)`.
Prints one line a fault, `file:line: reason`, and exits 1 if there is one.
"""

from __future__ import annotations

import configparser
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Group 1 or 2 is the app that is named.
IN_TEMPLATES = re.compile(
    r"""\{%\s*(?:include|extends|load)\s+["']?([a-z_]+)[/ ]|\{%\s*url\s+["']([a-z_]+):"""
)
IN_PYTHON = re.compile(
    r"""(?:ForeignKey|OneToOneField|ManyToManyField|get_model)\(\s*["']([a-z_]+)["'.]"""
    r"""|["']([a-z_]+)(?::[a-z_]+["']|/[\w/]+\.html["'])"""
)


def layers(root: Path) -> dict[str, int]:
    """App → height in the graph; 0 is the lowest."""
    parser = configparser.ConfigParser()
    parser.read(root / ".importlinter")
    lines = parser["importlinter:contract:apps"]["layers"].split("\n")
    rows = [re.split(r"\s*\|\s*", line.strip()) for line in lines if line.strip()]
    return {app: height for height, row in enumerate(reversed(rows)) for app in row}


def faults(root: Path) -> Iterator[str]:
    height = layers(root)
    for app in height:
        for path in sorted((root / "codora" / app).rglob("*")):
            if "migrations" in path.parts:
                continue
            pattern = {".html": IN_TEMPLATES, ".py": IN_PYTHON}.get(path.suffix)
            if pattern is None:
                continue
            text = path.read_text()
            for match in pattern.finditer(text):
                named = match[1] or match[2]
                if named != app and height.get(named, -1) >= height[app]:
                    number = text.count("\n", 0, match.start()) + 1
                    yield f"{path.relative_to(root)}:{number}: {app} may not reach up to {named}"


if __name__ == "__main__":
    found = list(faults(ROOT))
    print("\n".join(found) or "Boundaries: templates and names in strings keep to the graph of apps.")
    sys.exit(bool(found))
