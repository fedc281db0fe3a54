"""The pages that are kept: as many as fit, each until it is out of date, made by one request at a time."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from codora.core.page_cache.entry import Entry, Headers, make_entry
from codora.core.page_cache.generations import Generations
from codora.core.page_cache.requests import Key

WAIT_S = 10.0
"""How long a request waits for another that makes the same page."""
STORED_TYPES = (
    *("text/html", "text/csv", "text/calendar"),
    *("application/json", "application/xml", "application/atom+xml"),
)
NOT_MODIFIED_KEEPS = {
    *("etag", "cache-control", "vary", "content-language"),
    *("access-control-allow-origin", "access-control-expose-headers"),
}


class Reply(NamedTuple):
    """What the site answered; right for so many seconds."""

    status: int
    headers: Headers
    body: bytes
    seconds: int = 0


class PageCache:
    """`most_bytes` bounds bodies and what an entry takes besides.

    `shared_seconds` is how long a cache in front of the site may keep a page.
    """

    def __init__(
        self,
        *,
        most_bytes: int,
        shared_seconds: int,
        generations: Generations,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most_bytes = most_bytes
        self._shared_seconds = shared_seconds
        self._generations = generations
        self._clock = clock
        self._entries: OrderedDict[Key, Entry] = OrderedDict()
        self._making: dict[Key, threading.Event] = {}
        self._lock = threading.Lock()
        self.size = 0

    def fresh(self, key: Key) -> Entry | None:
        """The page if it is up to date, or being made anew by somebody: then the old one does meanwhile."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        if not entry.is_fresh(self._generations.now, self._clock()) and key not in self._making:
            return None
        with self._lock:
            if key in self._entries:
                self._entries.move_to_end(key)
        return entry

    def claim(self, key: Key) -> tuple[Entry | None, object]:
        """Either a page, or the right to make it: then `done` must follow, with the generation given here."""
        deadline = self._clock() + WAIT_S
        while True:
            if entry := self.fresh(key):
                return entry, None
            generation = self._generations.now
            with self._lock:
                making = self._making.get(key)
                if making is None:
                    self._making[key] = threading.Event()
                    return None, generation
            if not making.wait(max(0.0, deadline - self._clock())):
                return None, generation  # it takes too long: this request makes its own

    def done(self, key: Key, reply: Reply | None, generation: object) -> Entry | None:
        """The page was made, or could not be: keeps it if it may be kept, and lets the others go on."""
        entry = self._entry_of(key, reply, generation) if reply else None
        with self._lock:
            if entry:
                self._put(key, entry)
            if making := self._making.pop(key, None):
                making.set()
        return entry

    def _put(self, key: Key, entry: Entry) -> None:
        if old := self._entries.pop(key, None):
            self.size -= old.size
        if entry.size > self._most_bytes:
            return
        self._entries[key] = entry
        self.size += entry.size
        while self.size > self._most_bytes:
            _, oldest = self._entries.popitem(last=False)
            self.size -= oldest.size

    def _entry_of(self, key: Key, reply: Reply, generation: object) -> Entry | None:
        headers = {name.lower(): value for name, value in reply.headers}
        if reply.seconds <= 0 or not may_be_kept(reply.status, headers, is_negotiated=bool(key.language)):
            return None
        shared = min(reply.seconds, self._shared_seconds)
        return make_entry(
            reply.headers,
            reply.body,
            generation=generation,
            expires_at=self._clock() + reply.seconds,
            cache_control=f"public, max-age=0, s-maxage={shared}, stale-while-revalidate=60",
            vary="Accept-Encoding, Accept-Language" if key.language else "Accept-Encoding",
        )


def may_be_kept(status: int, headers: dict[str, str], *, is_negotiated: bool = False) -> bool:
    """Only a page that is right for every visitor, or for every one who asks for its language."""
    control = headers.get("cache-control", "")
    varies = {name.strip().lower() for name in headers.get("vary", "").split(",") if name.strip()}
    return (
        status == 200
        and "set-cookie" not in headers
        and not any(word in control for word in ("no-store", "private", "no-cache"))
        and headers.get("content-type", "").partition(";")[0] in STORED_TYPES
        and varies <= {"accept-encoding", "cookie"} | ({"accept-language"} if is_negotiated else set())
        # cookie: no visitor with a session comes here
    )


def reply_from(entry: Entry, *, accepted: str, if_none_match: str, is_head: bool) -> Reply:
    """The page as this browser asked for it."""
    encoding = entry.encoding_for(accepted)
    headers = entry.headers[encoding]
    if if_none_match and (if_none_match == "*" or entry.etag in map(str.strip, if_none_match.split(","))):
        return Reply(304, [pair for pair in headers if pair[0].lower() in NOT_MODIFIED_KEEPS], b"")
    return Reply(200, headers, b"" if is_head else entry.bodies[encoding])
