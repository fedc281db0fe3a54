"""Sends progress batches over keep-alive connections as fast as they are acknowledged, and counts them.

    python bench/load.py --port 8000 --connections 64 --seconds 5 [--acknowledged FILE]

Prints one line of JSON: {"acknowledged", "refused", "seconds", "cpu_s", "p50_ms", "p99_ms"}. With
`--acknowledged`, each batch that is acknowledged is also written to a file, `session first` a line. A
connection that breaks is opened anew and its batch sent again, as a browser does. Plain sockets and epoll,
since it shares the processor with the server it measures.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import select
import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

EVENTS = 10
PATH = "/api/v1/progress"
RETRY_S = 0.02


def events(activity: str, level: str) -> str:
    """What a learner does in a few minutes: a level opened, runs, a hint, a win."""
    where = {"activity": activity, "level": level}
    run = {
        "kind": "run",
        **where,
        "result": "goal_unmet",
        "say": "engine.dark",
        "blocks": 4,
        "view": "blocks",
    }
    win = {"kind": "win", **where, "blocks": 5, "marks": ["works", "tidy"], "seconds": 40}
    sent = [{"kind": "start", **where}, *[run] * (EVENTS - 3), {"kind": "hint", **where, "hint": 1}, win]
    return json.dumps(sent, separators=(",", ":"))


def batches(events_json: str) -> Iterator[tuple[str, bytes]]:
    """One session's batches: (`session first`, the bytes of the request)."""
    session = f"{datetime.now(UTC):%Y%m}." + base64.urlsafe_b64encode(os.urandom(16)).decode().rstrip("=")
    first = 1
    while True:
        body = f'{{"session":"{session}","first":{first},"events":{events_json}}}'
        yield (
            f"{session} {first}",
            (
                f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                f"Content-Length: {len(body)}\r\n\r\n{body}"
            ).encode(),
        )
        first += EVENTS


class Learner:
    """One connection with one request under way."""

    def __init__(self, port: int, events_json: str) -> None:
        self._port = port
        self._batches = batches(events_json)
        self._received = b""
        self.name, self._request = next(self._batches)
        self.socket: socket.socket | None = None

    def connect(self) -> None:
        """Connects and sends what is not answered yet. Raises OSError."""
        self.socket = socket.create_connection(("127.0.0.1", self._port), timeout=5)
        self.socket.settimeout(None)  # with one, each call would ask the kernel twice
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._received = b""
        self.send()

    def send(self) -> None:
        assert self.socket
        self.sent_at = time.perf_counter()
        self.socket.sendall(self._request)

    def receive(self) -> bytes | None:
        """The status of the answer once all of it is there. Raises OSError if the connection ended."""
        assert self.socket
        data = self.socket.recv(65536)
        if not data:
            raise ConnectionResetError
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        if not end or len(body) < int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]):
            return None
        self._received = b""
        return head[9:12]

    def go_on(self) -> None:
        self.name, self._request = next(self._batches)
        self.send()


class Load:
    def __init__(self, learners: list[Learner], acknowledged: Path | None) -> None:
        self._by_descriptor: dict[int, Learner] = {}
        self._unconnected = learners
        self._poll = select.epoll()
        self._file = acknowledged.open("a", buffering=1) if acknowledged else None
        self.latencies: list[float] = []
        self.refused = 0

    def run(self, seconds: float) -> float:
        """Returns how long it really took."""
        begin = now = time.perf_counter()
        while now - begin < seconds:
            self._connect()
            for descriptor, _ in self._poll.poll(RETRY_S):
                self._read(self._by_descriptor[descriptor])
            now = time.perf_counter()
        return now - begin

    def _connect(self) -> None:
        waiting, self._unconnected = self._unconnected, []
        for learner in waiting:
            try:
                learner.connect()
            except OSError:
                self._unconnected.append(learner)
                continue
            assert learner.socket
            self._by_descriptor[learner.socket.fileno()] = learner
            self._poll.register(learner.socket, select.EPOLLIN)
        if self._unconnected:
            time.sleep(RETRY_S)

    def _read(self, learner: Learner) -> None:
        try:
            status = learner.receive()
            if status is None:
                return
            self._note(learner, status)
            learner.go_on()
        except OSError:
            assert learner.socket
            del self._by_descriptor[learner.socket.fileno()]
            learner.socket.close()
            self._unconnected.append(learner)

    def _note(self, learner: Learner, status: bytes) -> None:
        if status != b"200":
            self.refused += 1
            return
        self.latencies.append(time.perf_counter() - learner.sent_at)
        if self._file:
            self._file.write(f"{learner.name}\n")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--activity", default="lantern-trail")
    parser.add_argument("--level", default="tallinn")
    parser.add_argument("--acknowledged", type=Path)
    given = parser.parse_args()
    events_json = events(given.activity, given.level)
    started_at = time.process_time()
    load = Load([Learner(given.port, events_json) for _ in range(given.connections)], given.acknowledged)
    seconds = load.run(given.seconds)
    ordered = sorted(load.latencies) or [0.0]
    summary = {
        "acknowledged": len(load.latencies),
        "refused": load.refused,
        "seconds": round(seconds, 3),
        "cpu_s": round(time.process_time() - started_at, 3),
        "p50_ms": round(1000 * ordered[len(ordered) // 2], 2),
        "p99_ms": round(1000 * ordered[len(ordered) * 99 // 100], 2),
    }
    print(json.dumps(summary))


if __name__ == "__main__":
    main()
