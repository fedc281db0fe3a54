"""The one port: progress goes to its ingest, all else to the site."""

import asyncio
import gc
import os
from typing import Any, cast

from a2wsgi import WSGIMiddleware

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "codora.config.settings")

from codora.config.wsgi import application as site
from codora.play.ingest.app import App, Message, Receive, Send
from codora.play.ingest.configured import configured_ingest

PROGRESS = "/api/v1/progress"
SITE_THREADS = 4
"""A page is work for the processor: more threads make no page faster."""

_ingest = configured_ingest()
_site = cast(App, WSGIMiddleware(cast(Any, site), workers=SITE_THREADS))


async def application(scope: Message, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await _live(receive, send)
    elif scope["path"] == PROGRESS:
        await _ingest(scope, receive, send)
    else:
        await _site(scope, receive, send)


async def _live(receive: Receive, send: Send) -> None:
    """Starts the ingest with the server, and stores what it still holds when the server stops."""
    await receive()
    await _ingest.start()
    gc.freeze()  # what is loaded by now stays: no need to look through it at every collection
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await asyncio.to_thread(_ingest.stop)
    await send({"type": "lifespan.shutdown.complete"})
