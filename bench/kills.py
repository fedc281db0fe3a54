"""kill -9 under load, twenty times: is anything lost that was acknowledged?"""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from base64 import urlsafe_b64encode
from contextlib import closing
from pathlib import Path

from bench.report import Finding, Section
from bench.site import INGEST, PORT, ROOT, end_group, serving

KILLS = 20
CONNECTIONS = 32
LONGEST_S = 15 * 60


def measure(data: Path) -> Section:
    acknowledged_file = data / "acknowledged"
    times = _kill_again_and_again(data, acknowledged_file)
    acknowledged = set(acknowledged_file.read_text().splitlines())
    stored = _stored(data / "progress.sqlite3")
    lost = acknowledged - stored
    return Section(
        "Killed under load",
        "python bench/run.py kills",
        [
            Finding("kill -9, seconds of load before each", ", ".join(f"{seconds:.2f}" for seconds in times)),
            Finding("batches acknowledged", f"{len(acknowledged):,}"),
            Finding("acknowledged and not stored", str(len(lost)), "0", not lost),
        ],
    )


def _kill_again_and_again(data: Path, acknowledged: Path) -> list[float]:
    """The load goes on all the while: it reconnects, and sends again what was not answered."""
    options = [
        "--connections",
        str(CONNECTIONS),
        "--seconds",
        str(LONGEST_S),
        "--acknowledged",
        str(acknowledged),
    ]
    command = [sys.executable, "bench/load.py", "--port", str(PORT), *options]
    acknowledged.touch()
    times = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as load:
        for _ in range(KILLS):
            with serving(INGEST, data) as server:
                _wait_for_growth(acknowledged)
                seconds = random.uniform(0.1, 1.5)
                time.sleep(seconds)
                end_group(server, signal.SIGKILL)
            times.append(seconds)
        load.terminate()
    return times


def _wait_for_growth(file: Path) -> None:
    before = file.stat().st_size
    deadline = time.monotonic() + 30
    while file.stat().st_size == before:
        if time.monotonic() > deadline:
            raise TimeoutError("Nothing was acknowledged.")
        time.sleep(0.01)


def _stored(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT month, session, first FROM play_progress_batch").fetchall()
    return {
        f"{month}.{urlsafe_b64encode(session).decode().rstrip('=')} {first}" for month, session, first in rows
    }
