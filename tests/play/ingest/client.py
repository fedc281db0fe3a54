"""Talks to the ingest as a server would, without a network."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from codora.core.limits import RateLimit
from codora.play.ingest.app import Ingest
from codora.play.ingest.names import Names
from codora.play.ingest.writer import GroupWriter
from tests.play.ingest.progress_databases import OpenStore

SITE = "https://codora.example"
SILENCE = b"(nothing more comes)"
"""A chunk that never arrives."""
LEVELS = [("walk", "tallinn"), ("walk", "valletta"), ("dance", "porto")]
MONTH = f"{datetime.now(UTC):%Y%m}"
SESSION = f"{MONTH}.AAAAAAAAAAAAAAAAAAAAAA"
START = {"kind": "start", "activity": "walk", "level": "tallinn"}
RUN = {
    "kind": "run",
    "activity": "walk",
    "level": "tallinn",
    "result": "crash",
    "say": "engine.bumped",
    "blocks": 4,
    "view": "strip",
}
WIN = {
    "kind": "win",
    "activity": "walk",
    "level": "tallinn",
    "blocks": 4,
    "marks": ["works"],
    "seconds": 20,
}
HINT = {"kind": "hint", "activity": "walk", "level": "tallinn", "hint": 1}
FINISH = {"kind": "finish", "activity": "walk", "language": "el", "minutes": 50, "first": True}


def batch(*events: dict[str, Any], first: Any = 1, session: Any = SESSION) -> dict[str, Any]:
    return {"session": session, "first": first, "events": list(events or [START])}


def session(number: int) -> str:
    return f"{MONTH}.{number:020d}AA"


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    content: Any

    @property
    def fields(self) -> list[str]:
        return [error["field"] for error in self.content["errors"]]


class Client:
    def __init__(self, ingest: Ingest) -> None:
        self.ingest = ingest
        self.chunks_read = 0

    async def post(self, content: Any, **options: Any) -> Answer:
        """`content` is JSON to be, or bytes as they are."""
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        return await self.send([body], **{"headers": {"content-length": str(len(body))}, **options})

    async def send(
        self,
        chunks: Iterable[bytes],
        *,
        method: str = "POST",
        content_type: str = "application/json",
        address: str = "203.0.113.7",
        headers: dict[str, str] | None = None,
    ) -> Answer:
        named = {"content-type": content_type, **(headers or {})}
        scope = {
            "type": "http",
            "method": method,
            "path": "/api/v1/progress",
            "headers": [(name.encode(), value.encode()) for name, value in named.items()],
            "client": (address, 50_000),
        }
        rest = iter([*chunks, None])
        upcoming = [next(rest)]
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            chunk, upcoming[0] = upcoming[0], next(rest, None)
            if chunk == SILENCE:
                await asyncio.Future()
            self.chunks_read += 1
            return {"type": "http.request", "body": chunk or b"", "more_body": upcoming[0] is not None}

        async def keep(message: dict[str, Any]) -> None:
            sent.append(message)

        await self.ingest(scope, receive, keep)
        start, body = sent
        answered = {name.decode(): value.decode() for name, value in start["headers"]}
        assert answered["content-length"] == str(len(body["body"]))
        return Answer(start["status"], answered, json.loads(body["body"]))


@asynccontextmanager
async def lifespan(ingest: Ingest) -> AsyncIterator[None]:
    """Starts it and stops it as a server does."""
    to_app: asyncio.Queue[dict[str, str]] = asyncio.Queue()
    from_app: asyncio.Queue[Any] = asyncio.Queue()
    life = asyncio.create_task(ingest({"type": "lifespan"}, to_app.get, from_app.put))
    await to_app.put({"type": "lifespan.startup"})
    assert await from_app.get() == {"type": "lifespan.startup.complete"}
    try:
        yield
    finally:
        await to_app.put({"type": "lifespan.shutdown"})
        assert await from_app.get() == {"type": "lifespan.shutdown.complete"}
        await life


def talk(
    open_store: OpenStore,
    scenario: Callable[[Client], Awaitable[None]],
    *,
    rate_limit: RateLimit | None = None,
    is_behind_proxy: bool = False,
    patience: float = 60.0,
) -> None:
    """Starts an ingest, lets the scenario talk to it, and stops it."""

    async def main() -> None:
        ingest = Ingest(
            writer=GroupWriter(open_store),
            names=Names(lambda: LEVELS, ["en", "el"]),
            rate_limit=rate_limit or RateLimit(per_second=0, burst=10_000),
            site_origin=SITE,
            is_behind_proxy=is_behind_proxy,
            patience=patience,
        )
        async with lifespan(ingest):
            await scenario(Client(ingest))

    asyncio.run(main())
