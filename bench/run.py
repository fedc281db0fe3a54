"""Measures and writes docs/benchmarks.md.

python bench/run.py                 all of it
python bench/run.py ingest kills    these sections alone, printed and not written
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench import (  # noqa: E402 - found by the line above
    api,
    certificates,
    content,
    engine,
    figures,
    ingest,
    kills,
    pages,
    player,
    start,
    toolkit,
)
from bench.report import Section, page  # noqa: E402
from bench.site import fresh_data  # noqa: E402

ON_A_SITE: dict[str, Callable[[Path], Section]] = {
    "api": api.measure,
    "content": content.measure,
    "figures": figures.measure,
    "ingest": ingest.measure,
    "kills": kills.measure,
    "pages": pages.measure,
    "player": player.measure,
    "start": start.measure,
}
ALONE: dict[str, Callable[[], Section]] = {
    "certificates": certificates.measure,
    "engine": engine.measure,
    "toolkit": toolkit.measure,
}


def measure(name: str) -> Section:
    print(f"{name} …", file=sys.stderr)
    if name in ALONE:
        return ALONE[name]()
    with fresh_data() as data:
        return ON_A_SITE[name](data)


def main(chosen: list[str]) -> None:
    unknown = set(chosen) - ALONE.keys() - ON_A_SITE.keys()
    if unknown:
        sys.exit(f"There is no {', '.join(sorted(unknown))}. There are: {', '.join([*ON_A_SITE, *ALONE])}.")
    sections = [measure(name) for name in chosen or [*ON_A_SITE, *ALONE]]
    if chosen:
        print("\n".join(section.markdown() for section in sections))
    else:
        file = ROOT / "docs" / "benchmarks.md"
        file.write_text(page(sections), encoding="utf-8")
        print(f"Written: {file.relative_to(ROOT)}")


if __name__ == "__main__":
    main(sys.argv[1:])
