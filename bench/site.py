"""A site of its own for a bench: fresh data in a temporary folder, served on one port."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PORT = 8170
PATIENCE_S = 60
INGEST = "codora.config.ingest:application"
EVERYTHING = "codora.config.asgi:application"
SITE = "codora.config.wsgi:application"


@contextmanager
def fresh_data() -> Iterator[Path]:
    """A folder with migrated databases and loaded content."""
    with tempfile.TemporaryDirectory(prefix="codora-bench-") as name:
        folder = Path(name)
        manage(folder, "migrate", "--verbosity", "0")
        migrate_progress(folder)
        manage(folder, "load_content")
        yield folder


def migrate_progress(data: Path, **environment: str) -> None:
    manage(data, "migrate", "--verbosity", "0", "--database", "progress", **environment)


def manage(data: Path, *arguments: str, **environment: str) -> None:
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(
        command, cwd=ROOT, env=environment_of(data, **environment), check=True, capture_output=True
    )


def environment_of(data: Path, **more: str) -> dict[str, str]:
    """Without a limit of rate: all requests of a bench come from one network."""
    return {**os.environ, "CODORA_DATA": str(data), "PORT": str(PORT), "CODORA_PROGRESS_RATE": "1e9", **more}


@contextmanager
def serving(
    application: str, data: Path, *, interface: str = "asgi", **environment: str
) -> Iterator[subprocess.Popen[bytes]]:
    """One of our applications under Granian, as `manage.py serve` starts it; ended with its process group."""
    options = f"--interface {interface} --http 1 --loop uvloop --port {PORT} --no-ws --log-level warning"
    command = [sys.executable, "-m", "granian", *options.split(), application]
    server = subprocess.Popen(
        command, cwd=ROOT, env=environment_of(data, **environment), start_new_session=True
    )
    try:
        wait_for_answer("/api/v1/progress" if application == INGEST else "/healthz")
        yield server
    finally:
        end_group(server, signal.SIGTERM)


def end_group(leader: subprocess.Popen[bytes], how: signal.Signals) -> None:
    """Signals the process and all it started, and waits for it."""
    with suppress(ProcessLookupError):
        os.killpg(leader.pid, how)
    leader.wait(PATIENCE_S)


def processor_seconds(leader: subprocess.Popen[bytes]) -> float:
    """What the process and all it started have used so far."""
    ticks = 0
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            fields = file.read_text().rpartition(")")[2].split()
            if int(fields[2]) == leader.pid:  # its process group
                ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def wait_for_answer(path: str, *, port: int = PORT) -> float:
    """Seconds until the port answers this path with anything."""
    begin = time.perf_counter()
    while time.perf_counter() - begin < PATIENCE_S:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
        try:
            connection.request("GET", path)
            connection.getresponse().read()
            return time.perf_counter() - begin
        except (OSError, http.client.HTTPException):
            time.sleep(0.02)
        finally:
            connection.close()
    raise TimeoutError(f"Nothing answered on port {port} within {PATIENCE_S} s.")


def load(*, connections: int, seconds: float, more: Sequence[str] = ()) -> dict[str, Any]:
    """What bench/load.py says."""
    command = [sys.executable, "bench/load.py", "--port", str(PORT)]
    options = ["--connections", str(connections), "--seconds", str(seconds), *more]
    done = subprocess.run([*command, *options], cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found
