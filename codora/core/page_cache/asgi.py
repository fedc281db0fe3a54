"""The cache before an ASGI site: what is kept and up to date is answered at once, without a thread."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from codora.core.page_cache.cache import PageCache, reply_from
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
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        key = self._requests.key_of(asked_in(scope, headers))
        entry = self._cache.fresh(key) if key else None
        if entry is None:
            await self._app(scope, receive, send)
            return
        reply = reply_from(
            entry,
            accepted=headers.get(b"accept-encoding", ""),
            if_none_match=headers.get(b"if-none-match", ""),
            is_head=scope["method"] == "HEAD",
        )
        sent = [(name.lower().encode(), value.encode("latin-1")) for name, value in reply.headers]
        await send({"type": "http.response.start", "status": reply.status, "headers": sent})
        await send({"type": "http.response.body", "body": reply.body})


def asked_in(scope: Message, headers: dict[bytes, str]) -> Asked:
    return Asked(
        method=scope["method"],
        scheme=scope["scheme"],
        forwarded_scheme=headers.get(b"x-forwarded-proto", ""),
        host=headers.get(b"host", ""),
        path=scope["path"],
        query=scope["query_string"].decode("latin-1"),
        cookies=headers.get(b"cookie", ""),
        accept=headers.get(b"accept", ""),
        accept_language=headers.get(b"accept-language", ""),
    )
