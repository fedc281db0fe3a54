"""Keeps processes running: starts them, starts again what dies, and in the end ends all that they started."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 30.0
STEADY_AFTER_S = 60.0
"""A process that ran so long is sound: when it dies, it is started again soon."""
GRACE_S = 10.0
"""How long a process may take to end by itself."""


@dataclass
class Service:
    """One command, in a process group of its own, so that its own children can be ended with it."""

    name: str
    command: Sequence[str]
    _process: subprocess.Popen[bytes] | None = None
    _started_at: float = 0.0
    _pause: float = FIRST_PAUSE_S
    _start_at: float = field(default=float("-inf"))

    def keep_running(self, now: float, say: Callable[[str], None]) -> None:
        """Starts it if it does not run, after a pause that grows with each failure."""
        if self._process is None:
            if now >= self._start_at:
                self._start(now)
            return
        status = self._process.poll()
        if status is None:
            return
        self.end()
        self._pause = FIRST_PAUSE_S if now - self._started_at >= STEADY_AFTER_S else self._pause
        say(f"{self.name} ended with {status}; it starts again in {self._pause:.0f} s.")
        self._start_at = now + self._pause
        self._pause = min(2 * self._pause, LONGEST_PAUSE_S)

    def _start(self, now: float) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - the command is ours
            self.command, start_new_session=True, stdin=subprocess.DEVNULL
        )
        self._started_at = now

    def ask_to_end(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.terminate()

    def end(self, patience: float = 0.0) -> None:
        """Waits that long, then ends the whole group by force: nobody of it is left on return."""
        if self._process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(patience)
        self._process.kill()
        self._process.wait()
        _kill_group(self._process.pid)
        self._process = None


def _kill_group(group: int) -> None:
    """Returns when the last of them is gone; the kernel takes a moment over it."""
    deadline = time.monotonic() + GRACE_S
    with suppress(ProcessLookupError):  # nobody is left
        while time.monotonic() < deadline:
            os.killpg(group, signal.SIGKILL)
            time.sleep(0.01)


class Supervisor:
    """Runs services until it is asked to stop."""

    def __init__(self, services: Sequence[Service], say: Callable[[str], None]) -> None:
        self._services = services
        self._say = say
        self._is_stopping = False

    def stop(self) -> None:
        self._is_stopping = True

    def run(self, each_round: Callable[[float], None], pause: float = 0.2) -> None:
        """Returns once `stop` was called and every process is gone. `each_round` gets the time in seconds."""
        try:
            while not self._is_stopping:
                now = time.monotonic()
                for service in self._services:
                    service.keep_running(now, self._say)
                each_round(now)
                time.sleep(pause)
        finally:
            for service in self._services:
                service.ask_to_end()
            deadline = time.monotonic() + GRACE_S
            for service in self._services:
                service.end(max(0.0, deadline - time.monotonic()))
