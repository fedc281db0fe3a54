"""Figures after 100 million progress events: what a page waits for them, and how fast they are projected."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.report import Finding, Section
from bench.site import ROOT, environment_of

EVENTS = 100_000_000
MOST_MS = 5
SAMPLE = 100_000


def measure(data: Path) -> Section:
    found = _inside(data, f"fill({EVENTS}); report = {{**wait_for_figures(), **project({SAMPLE})}}")
    rows, once, kept = found["rows"], found["once_ms"], found["kept_ms"]
    return Section(
        "Figures",
        "python bench/run.py figures",
        [
            Finding("rows to sum up, after 100 million events", f"{rows:,}"),
            Finding(
                "all figures of hours, from memory: each page",
                f"{kept:.2f} ms",
                f"≤ {MOST_MS} ms",
                kept <= MOST_MS,
            ),
            Finding("the same, summed up anew: once a minute and process", f"{once:.1f} ms"),
            Finding(
                "hours of a campaign's days",
                f"{found['campaign_ms']:.2f} ms",
                f"≤ {MOST_MS} ms",
                found["campaign_ms"] <= MOST_MS,
            ),
            Finding("events projected, one task", f"{found['events_a_second']:,.0f}/s"),
        ],
        [
            "An hour is about 50 events: 20 levels opened and won, one finish, the rest repeats. Two million"
            " hours over five years, 24 languages and five activities of 20 levels are projected to a row a"
            f" day, activity and language, or level. SQLite; medians of 20. Projected: {SAMPLE:,} events in"
            " batches of 10."
        ],
    )


def _inside(data: Path, code: str) -> dict[str, Any]:
    """`report` as the code leaves it, run inside the site with this data."""
    script = f"import json; from bench.many_figures import *; {code}; print(json.dumps(report))"
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", script]
    done = subprocess.run(
        command, cwd=ROOT, env=environment_of(data), check=True, capture_output=True, text=True
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))
