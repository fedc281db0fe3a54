"""Which requests the cache may answer, and under which name."""

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

KEPT_NAMES = frozenset({"age", "minutes", "device", "language", "page", "kind", "country", "contribution"})
"""Query names that choose among a few pages."""
PASSED_NAMES = frozenset({"q", "next"})
"""Query names with as many pages as there are texts: these are made each time."""
LONGEST_VALUE = 20
SESSION_COOKIE = re.compile(r"\b(sessionid|messages)=")


class Key(NamedTuple):
    path: str
    query: str


class Asked(NamedTuple):
    """A request as the cache sees it, from WSGI or ASGI."""

    method: str
    scheme: str
    forwarded_scheme: str
    host: str
    path: str
    query: str
    cookies: str


class Requests:
    """`first_parts`: the languages of the site, under which all pages stand.

    `origins`: where the public sees it, such as `https://codora.eu`.
    """

    def __init__(
        self, *, first_parts: frozenset[str], origins: frozenset[str], is_behind_proxy: bool = False
    ) -> None:
        self._first_parts = first_parts
        self._origins = origins
        self._is_behind_proxy = is_behind_proxy

    def key_of(self, asked: Asked) -> Key | None:
        """None: not the cache's business."""
        if asked.method not in ("GET", "HEAD"):
            return None
        if asked.path[1:].partition("/")[0] not in self._first_parts:
            return None
        if asked.cookies and SESSION_COOKIE.search(asked.cookies):
            return None
        scheme = asked.forwarded_scheme if self._is_behind_proxy else asked.scheme
        if f"{scheme}://{asked.host}" not in self._origins:
            return None
        query = known_query(asked.query) if asked.query else ""
        return None if query is None else Key(asked.path, query)


def known_query(query: str) -> str | None:
    """What of a query chooses the page, in one order; None if there are too many such pages to keep.

    All other names are dropped, for the page too: nobody can make it look otherwise for those who come later.
    """
    pairs = parse_qsl(query, max_num_fields=50)
    if any(name in PASSED_NAMES for name, _ in pairs):
        return None
    kept = {name: value for name, value in pairs if name in KEPT_NAMES}
    if any(len(value) > LONGEST_VALUE for value in kept.values()):
        return None
    return urlencode(sorted(kept.items()))
