"""The ASGI app: checks a request, cheapest test first, hands its batch over, answers once it is stored."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from datetime import UTC, date, datetime
from typing import Any, cast

import msgspec

from codora.core.limits import RateLimit, network_of_sender
from codora.play.ingest import wire
from codora.play.ingest.names import Names
from codora.play.ingest.problem import Problem
from codora.play.ingest.writer import GroupWriter, Unavailable

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]
Headers = dict[bytes, bytes]

TOO_SLOW = "The body came too slowly."


class Ingest:
    """`site_origin` is the origin whose pages may send, such as `https://codora.eu`.

    `is_behind_proxy`: requests come through a reverse proxy. `patience`: seconds for a body to come.
    """

    def __init__(
        self,
        *,
        writer: GroupWriter,
        names: Names,
        rate_limit: RateLimit,
        site_origin: str,
        is_behind_proxy: bool = False,
        patience: float = 15.0,
    ) -> None:
        self._writer = writer
        self._names = names
        self._rate_limit = rate_limit
        self._site_origin = site_origin.encode()
        self._is_behind_proxy = is_behind_proxy
        self._patience = patience

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        else:
            await self._respond(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        """From the server's start to its end, when what still waits is stored."""
        await receive()
        await self._names.read()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._writer.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def _respond(self, scope: Message, receive: Receive, send: Send) -> None:
        try:
            stored_through = await self._store(scope, receive)
        except Problem as problem:
            await _answer(send, problem.status, problem.body(), b"application/problem+json", problem.headers)
        else:
            await _answer(
                send, 200, msgspec.json.encode({"stored_through": stored_through}), b"application/json"
            )

    async def _store(self, scope: Message, receive: Receive) -> int:
        if scope["method"] != "POST":
            raise Problem(405, "Send a batch with POST.", headers=((b"allow", b"POST"),))
        headers: Headers = dict(scope["headers"])
        self._check_sender(scope, headers)
        if headers.get(b"content-type", b"").partition(b";")[0].strip().lower() != b"application/json":
            raise Problem(415, "Send the batch as application/json.")
        batch = wire.parse(await self._body(headers, receive))
        if not _is_near(batch.month, datetime.now(UTC).date()):
            raise Problem.field("session", "The month is not this one or next to it")
        await self._names.check(batch)
        try:
            receipt = await self._writer.write(batch.row())
        except Unavailable:
            raise Problem.later(503, "The batch could not be stored now. Send it again.", seconds=5) from None
        if receipt.is_conflict:
            raise Problem(
                409,
                "Other events are stored under one of these numbers.",
                members={"stored_through": receipt.stored_through},
            )
        return receipt.stored_through

    def _check_sender(self, scope: Message, headers: Headers) -> None:
        if not self._is_same_origin(headers):
            raise Problem(403, "Batches are taken from pages of this site only.")
        peer = scope["client"][0] if scope.get("client") else ""
        forwarded_for = headers.get(b"x-forwarded-for", b"").decode("latin-1")
        network = network_of_sender(peer, forwarded_for, is_behind_proxy=self._is_behind_proxy)
        if not self._rate_limit.take(network):
            raise Problem.later(429, "Too many batches from this network. Send it again later.", seconds=10)

    async def _body(self, headers: Headers, receive: Receive) -> bytes:
        """Raises `Problem` (408) if it comes too slowly."""
        reader = cast("asyncio.Task[Any]", asyncio.current_task())
        # Does what asyncio.timeout does, at a sixth of its cost: this is done for every batch.
        timer = reader.get_loop().call_later(self._patience, reader.cancel, TOO_SLOW)
        try:
            return await _body(headers, receive)
        except asyncio.CancelledError as cancelled:
            if cancelled.args != (TOO_SLOW,):
                raise
            reader.uncancel()
            raise Problem(408, TOO_SLOW) from None
        finally:
            timer.cancel()

    def _is_same_origin(self, headers: Headers) -> bool:
        """Browsers say where a request comes from. What says nothing is no browser: nobody is behind it."""
        site = headers.get(b"sec-fetch-site")
        if site is not None:
            return site in (b"same-origin", b"none")
        return headers.get(b"origin", self._site_origin) == self._site_origin


async def _body(headers: Headers, receive: Receive) -> bytes:
    """Raises `Problem` (413) as soon as the body is known to be too large; the rest is not read."""
    length = headers.get(b"content-length", b"0")
    if not length.isdigit() or int(length) > wire.MAX_BODY:
        raise _too_large()
    body: bytes = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Problem(400, "The body ended early.")
        body += message.get("body", b"")
        if len(body) > wire.MAX_BODY:
            raise _too_large()
        if not message.get("more_body"):
            return body


def _too_large() -> Problem:
    return Problem(413, f"A batch has at most {wire.MAX_BODY} bytes.")


def _is_near(month: int, today: date) -> bool:
    """Whether a month (202611) is this one, the last or the next: clocks differ, and queues wait."""
    return abs((month // 100 - today.year) * 12 + month % 100 - today.month) <= 1


async def _answer(
    send: Send, status: int, body: bytes, content_type: bytes, headers: tuple[tuple[bytes, bytes], ...] = ()
) -> None:
    common = (
        (b"content-type", content_type),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
    )
    await send({"type": "http.response.start", "status": status, "headers": [*common, *headers]})
    await send({"type": "http.response.body", "body": body})
