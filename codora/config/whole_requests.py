"""Requests are read in whole before a thread of the site takes them: who sends slowly holds none."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from tempfile import SpooledTemporaryFile
from typing import IO

from codora.play.ingest.app import App, Message, Receive, Send

MB = 1024 * 1024
MAX_BODY = 32 * MB
MAX_HELD = 256 * MB
"""All bodies together that are held at one time. More would be a way to fill the disk."""
IN_MEMORY = MB // 4
"""What is longer waits in a temporary file."""
PATIENCE_S = 15.0
SLOWEST = 8 * 1024
"""Bytes a second that a sender must reach once the patience is used up."""


class Refused(Exception):
    def __init__(self, status: HTTPStatus, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


class WholeRequests:
    """Hands a request to the app when all of its body is there, and refuses what is too large or too slow."""

    def __init__(self, app: App, *, max_held: int = MAX_HELD, patience: float = PATIENCE_S) -> None:
        self._app = app
        self._max_held = max_held
        self._patience = patience
        self._held = 0

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        with SpooledTemporaryFile(IN_MEMORY) as body:
            try:
                if _length(scope) > MAX_BODY:
                    raise _too_large()
                await self._read(receive, body)
                body.seek(0)
                await self._app(scope, _reader(body), send)
            except Refused as refusal:
                await _refuse(send, refusal)
            finally:
                self._held -= _size(body)

    async def _read(self, receive: Receive, body: IO[bytes]) -> None:
        begin = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout(self._patience) as deadline:
                while await self._add_message(receive, body):
                    deadline.reschedule(begin + self._patience + body.tell() / SLOWEST)
        except TimeoutError:
            raise Refused(HTTPStatus.REQUEST_TIMEOUT, "The request came too slowly.") from None

    async def _add_message(self, receive: Receive, body: IO[bytes]) -> bool:
        """Whether more follows."""
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refused(HTTPStatus.BAD_REQUEST, "The body ended early.")
        chunk = message.get("body", b"")
        if body.tell() + len(chunk) > MAX_BODY:
            raise _too_large()
        if self._held + len(chunk) > self._max_held:
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, "Too much is being sent. Send it again later.")
        body.write(chunk)
        self._held += len(chunk)
        return bool(message.get("more_body"))


def _length(scope: Message) -> int:
    """As the sender says it, if at all; the server has refused by now what is not a number."""
    return next((int(value) for name, value in scope["headers"] if name == b"content-length"), 0)


def _size(file: IO[bytes]) -> int:
    return file.seek(0, 2)


def _reader(body: IO[bytes]) -> Receive:
    async def receive() -> Message:
        chunk = body.read(IN_MEMORY)
        return {"type": "http.request", "body": chunk, "more_body": len(chunk) == IN_MEMORY}

    return receive


def _too_large() -> Refused:
    return Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"At most {MAX_BODY // MB} MB can be sent.")


async def _refuse(send: Send, refusal: Refused) -> None:
    """The connection is closed, since the rest of the body may still come on it."""
    text = f"{refusal.detail}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(text)).encode()),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": int(refusal.status), "headers": headers})
    await send({"type": "http.response.body", "body": text})
