"""The one port: progress goes to its ingest, all else to the site."""

import os
from typing import Any, cast

from a2wsgi import WSGIMiddleware

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "codora.config.settings")

from codora.config.process import settle
from codora.config.wsgi import application as site
from codora.play.ingest.app import App, Message, Receive, Send
from codora.play.ingest.configured import configured_ingest

PROGRESS = "/api/v1/progress"
SITE_THREADS = 4
"""A page is work for the processor: more threads make no page faster."""

_ingest = configured_ingest()
_site = cast(App, WSGIMiddleware(cast(Any, site), workers=SITE_THREADS))
settle()


async def application(scope: Message, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan" or scope["path"] == PROGRESS:
        await _ingest(scope, receive, send)
    else:
        await _site(scope, _as_coroutine(receive), send)


def _as_coroutine(receive: Receive) -> Receive:
    """The adapter reads a body from another thread, where only coroutines can be awaited."""

    async def received() -> Message:
        return await receive()

    return received
