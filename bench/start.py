"""How soon the site answers after a second start."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from bench.report import Finding, Section
from bench.site import ROOT, end_group, environment_of, wait_for_answer


def measure(data: Path) -> Section:
    begin = time.perf_counter()
    site = subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env=environment_of(data),
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for_answer("/en/")
        seconds = time.perf_counter() - begin
    finally:
        site.send_signal(signal.SIGTERM)
        site.wait()
        end_group(site, signal.SIGKILL)
    return Section(
        "Second start",
        "python bench/run.py start",
        [Finding("from the command to the first page", f"{seconds:.1f} s", "≤ 10 s", seconds <= 10)],
    )
