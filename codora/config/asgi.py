"""The one port: progress goes to its ingest, all else to the site."""

import os
from typing import Any, cast

from a2wsgi import WSGIMiddleware

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "codora.config.settings")

from codora.config.page_cache import cacheable_requests, page_cache
from codora.config.process import settle
from codora.config.whole_requests import WholeRequests
from codora.config.wsgi import application as site
from codora.core.page_cache.asgi import CachedApp
from codora.play.ingest.app import App, Message, Receive, Send
from codora.play.ingest.configured import configured_ingest

PROGRESS = "/api/v1/progress"
SITE_THREADS = 4
"""A page is work for the processor: more threads make no page faster."""
CHUNKS_AHEAD = 256
"""Of 4 or 8 kB, made ahead of a slow reader, so that nothing below 1 MB holds a thread until it is read."""

_ingest = configured_ingest()
_threads = WSGIMiddleware(cast(Any, site), workers=SITE_THREADS, send_queue_size=CHUNKS_AHEAD)
_site = CachedApp(WholeRequests(cast(App, _threads)), page_cache, cacheable_requests)
settle()


async def application(scope: Message, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan" or scope["path"] == PROGRESS:
        await _ingest(scope, receive, send)
    else:
        await _site(scope, receive, send)
