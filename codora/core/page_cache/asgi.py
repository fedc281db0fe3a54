"""The cache before an ASGI site: what is kept and up to date is answered at once, without a thread."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from codora.core.page_cache.cache import NOT_MODIFIED_KEEPS, PageCache
from codora.core.page_cache.requests import Asked, Requests

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]


class CachedApp:
    def __init__(self, app: App, cache: PageCache, requests: Requests) -> None:
        self._app = app
        self._cache = cache
        self._requests = requests

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        key = self._requests.key_of(asked_in(scope, headers))
        entry = self._cache.fresh(key) if key else None
        if entry is None:
            await self._app(scope, receive, send)
            return
        encoding = entry.encoding_for(_text(headers, b"accept-encoding"))
        if entry.is_known_to(_text(headers, b"if-none-match")):
            kept = [pair for pair in entry.asgi_headers[encoding] if pair[0].decode() in NOT_MODIFIED_KEEPS]
            await send({"type": "http.response.start", "status": 304, "headers": kept})
            await send({"type": "http.response.body", "body": b""})
            return
        body = b"" if scope["method"] == "HEAD" else entry.bodies[encoding]
        await send({"type": "http.response.start", "status": 200, "headers": entry.asgi_headers[encoding]})
        await send({"type": "http.response.body", "body": body})


def _text(headers: dict[bytes, bytes], name: bytes) -> str:
    return headers.get(name, b"").decode("latin-1")


def asked_in(scope: Message, headers: dict[bytes, bytes]) -> Asked:
    return Asked(
        method=scope["method"],
        scheme=scope["scheme"],
        forwarded_scheme=_text(headers, b"x-forwarded-proto"),
        host=_text(headers, b"host"),
        path=scope["path"],
        query=scope["query_string"].decode("latin-1"),
        cookies=_text(headers, b"cookie"),
    )
