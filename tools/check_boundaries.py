"""Holds templates and names in strings to the graph of apps that .importlinter holds imports to.

Python imports are import-linter's business. What it cannot see are templates (`{% include "play/…" %}`,
`{% url "insights:…" %}`), string foreign keys ("curriculum.Level") and `get_model("curriculum", …)`.
Prints one line a fault, `file:line: reason`, and exits 1 if there is one.
"""

from __future__ import annotations

import configparser
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

IN_TEMPLATES = re.compile(
    r"""\{%\s*(?:include|extends|load)\s+["']?(?P<path>[a-z_]+)[/ ]|\{%\s*url\s+["'](?P<url>[a-z_]+):"""
)
IN_PYTHON = re.compile(
    r"""(?:ForeignKey|OneToOneField|ManyToManyField|get_model)\(\s*["'](?P<path>[a-z_]+)[".]|(?P<url>(?!))"""
)


def layers() -> dict[str, int]:
    """App → height in the graph; 0 is the lowest."""
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter")
    lines = parser["importlinter:contract:apps"]["layers"].split("\n")
    rows = [re.split(r"\s*\|\s*", line.strip()) for line in lines if line.strip()]
    return {app: height for height, row in enumerate(reversed(rows)) for app in row}


def faults() -> Iterator[str]:
    height = layers()
    for app in height:
        for path in sorted((ROOT / "codora" / app).rglob("*")):
            if "migrations" in path.parts:
                continue
            pattern = {".html": IN_TEMPLATES, ".py": IN_PYTHON}.get(path.suffix)
            if pattern is None:
                continue
            for number, line in enumerate(path.read_text().splitlines(), start=1):
                for match in pattern.finditer(line):
                    named = match["path"] or match["url"]
                    if named != app and height.get(named, -1) >= height[app]:
                        yield f"{path.relative_to(ROOT)}:{number}: {app} may not reach up to {named}"


if __name__ == "__main__":
    found = list(faults())
    print("\n".join(found) or "Boundaries: templates and names in strings keep to the graph of apps.")
    sys.exit(bool(found))
