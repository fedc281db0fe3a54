"""Sends progress batches over keep-alive connections as fast as they are acknowledged, and says how many
were.

    python bench/load.py --port 8000 --connections 64 --seconds 5 [--acknowledged FILE]

Prints one line of JSON: {"acknowledged", "refused", "seconds", "p50_ms", "p99_ms"}. With `--acknowledged`
each acknowledged batch is also written to a file, `session first` a line, flushed before the next is
sent; a connection that breaks is opened anew and its batch sent again, as a browser does.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TextIO, cast

EVENTS = 10
PATH = "/api/v1/progress"


def events(activity: str, level: str) -> str:
    """What a learner does in half a minute: a level opened, runs, a hint, a win."""
    where = {"activity": activity, "level": level}
    run = {
        "kind": "run",
        **where,
        "result": "goal_unmet",
        "say": "engine.unlit",
        "blocks": 4,
        "view": "blocks",
    }
    win = {"kind": "win", **where, "blocks": 5, "marks": ["works", "tidy"], "seconds": 40}
    sent = [{"kind": "start", **where}, *[run] * (EVENTS - 3), {"kind": "hint", **where, "hint": 1}, win]
    return json.dumps(sent, separators=(",", ":"))


def requests(host: str, events_json: str) -> Iterator[tuple[str, bytes]]:
    """One session's batches: (`session first`, the bytes of the request)."""
    session = f"{datetime.now(UTC):%Y%m}." + base64.urlsafe_b64encode(os.urandom(16)).decode().rstrip("=")
    first = 1
    while True:
        body = f'{{"session":"{session}","first":{first},"events":{events_json}}}'
        head = (
            f"POST {PATH} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        yield f"{session} {first}", (head + body).encode()
        first += EVENTS


@dataclass
class Tally:
    acknowledged: int = 0
    refused: int = 0
    latencies: list[float] = field(default_factory=list)
    file: TextIO | None = None

    def answer(self, name: str, status: bytes, seconds: float) -> None:
        if status != b"200":
            self.refused += 1
            return
        self.acknowledged += 1
        self.latencies.append(seconds)
        if self.file:
            self.file.write(f"{name}\n")
            self.file.flush()

    def summary(self, seconds: float) -> dict[str, float]:
        ordered = sorted(self.latencies) or [0.0]
        return {
            "acknowledged": self.acknowledged,
            "refused": self.refused,
            "seconds": round(seconds, 3),
            "p50_ms": round(1000 * ordered[len(ordered) // 2], 2),
            "p99_ms": round(1000 * ordered[len(ordered) * 99 // 100], 2),
        }


class Connection(asyncio.Protocol):
    """One request at a time. `lost` is set when the connection ends."""

    def __init__(
        self, batches: Iterator[tuple[str, bytes]], unanswered: list[tuple[str, bytes]], tally: Tally
    ) -> None:
        self._batches = batches
        self._unanswered = unanswered
        self._tally = tally
        self._received = b""
        self.lost: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._send()

    def _send(self) -> None:
        if not self._unanswered:
            self._unanswered.append(next(self._batches))
        self._sent_at = time.perf_counter()
        self._transport.write(self._unanswered[0][1])

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        if not end or len(body) < _content_length(head):
            return
        self._received = b""
        name, _ = self._unanswered.pop()
        self._tally.answer(name, head[9:12], time.perf_counter() - self._sent_at)
        self._send()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.lost.done():
            self.lost.set_result(None)


def _content_length(head: bytes) -> int:
    return int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])


async def learner(host: str, port: int, events_json: str, tally: Tally) -> None:
    """Runs until cancelled. What was not answered is sent again over a new connection."""
    batches = requests(host, events_json)
    unanswered: list[tuple[str, bytes]] = []
    while True:
        try:
            _, connection = await asyncio.get_running_loop().create_connection(
                lambda: Connection(batches, unanswered, tally), host, port
            )
            await connection.lost
        except OSError:
            await asyncio.sleep(0.02)


async def load(arguments: argparse.Namespace, tally: Tally) -> float:
    events_json = events(arguments.activity, arguments.level)
    learners = [
        asyncio.create_task(learner(arguments.host, arguments.port, events_json, tally))
        for _ in range(arguments.connections)
    ]
    begin = time.perf_counter()
    await asyncio.sleep(arguments.seconds)
    seconds = time.perf_counter() - begin
    for task in learners:
        task.cancel()
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--activity", default="lantern-trail")
    parser.add_argument("--level", default="tallinn")
    parser.add_argument("--acknowledged", type=argparse.FileType("a"))
    arguments = parser.parse_args()
    tally = Tally(file=arguments.acknowledged)
    seconds = asyncio.run(load(arguments, tally))
    print(json.dumps(tally.summary(seconds)))


if __name__ == "__main__":
    main()
