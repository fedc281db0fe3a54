"""Which requests the cache may answer, and under which name."""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

KEPT_NAMES = frozenset(
    {
        "age",
        "minutes",
        "device",
        "language",
        "page",
        "kind",
        "country",
        "contribution",
        "unit",
        "state",
        "show",
        "theme",
    }
)
"""Query names that choose among a few pages."""
PASSED_NAMES = frozenset({"q", "next"})
"""Query names with as many pages as there are texts: these are made each time."""
LONGEST_VALUE = 20
MOST_NAMES = 50
SESSION_COOKIE = re.compile(r"\b(sessionid|messages)=")


class Key(NamedTuple):
    """`language`: the one that Accept-Language asks for, where the answer depends on it."""

    path: str
    query: str
    language: str = ""


class Asked(NamedTuple):
    """A request as the cache sees it, from WSGI or ASGI."""

    method: str
    scheme: str
    forwarded_scheme: str
    host: str
    path: str
    query: str
    cookies: str
    accept: str = ""
    accept_language: str = ""


class Negotiated(NamedTuple):
    """Addresses below `prefix`, which have no language in them.

    What is there answers a query with an unknown name with a refusal, and so it is never kept.
    `language_for` takes an Accept-Language header, `accepts` an Accept header.
    """

    prefix: str
    language_name: str
    language_for: Callable[[str], str]
    accepts: Callable[[str], bool]

    def key_of(self, asked: Asked) -> Key | None:
        pairs = parse_query(asked.query, keep_blank_values=True)
        given = dict(pairs or ())
        is_plain = pairs is not None and len(pairs) == len(given) and not given.keys() & PASSED_NAMES
        is_short = all(0 < len(value) <= LONGEST_VALUE for value in given.values())
        if not is_plain or not is_short or not self.accepts(asked.accept):
            return None
        language = "" if self.language_name in given else self.language_for(asked.accept_language)
        return Key(asked.path, urlencode(sorted(given.items())), language)


class Requests:
    """`first_parts`: the languages of the site, under which all pages stand.

    `origins`: where the public sees it, such as `https://codora.eu`. `negotiated`: those of programs.
    """

    def __init__(
        self,
        *,
        first_parts: frozenset[str],
        origins: frozenset[str],
        is_behind_proxy: bool = False,
        negotiated: Negotiated | None = None,
    ) -> None:
        self._negotiated = negotiated
        self._first_parts = first_parts
        self._origins = origins
        self._is_behind_proxy = is_behind_proxy

    def key_of(self, asked: Asked) -> Key | None:
        """None: not the cache's business."""
        if asked.method not in ("GET", "HEAD"):
            return None
        is_negotiated = self._negotiated is not None and asked.path.startswith(self._negotiated.prefix)
        if not is_negotiated and asked.path[1:].partition("/")[0] not in self._first_parts:
            return None
        if asked.cookies and SESSION_COOKIE.search(asked.cookies):
            return None
        scheme = asked.forwarded_scheme if self._is_behind_proxy else asked.scheme
        if f"{scheme}://{asked.host}" not in self._origins:
            return None
        if self._negotiated and is_negotiated:
            return self._negotiated.key_of(asked)
        query = known_query(asked.query) if asked.query else ""
        return None if query is None else Key(asked.path, query)


def known_query(query: str) -> str | None:
    """What of a query chooses the page, in one order; None if there are too many such pages to keep.

    All other names are dropped, for the page too: nobody can make it look otherwise for those who come later.
    """
    pairs = parse_query(query)
    if pairs is None or any(name in PASSED_NAMES for name, _ in pairs):
        return None
    kept = {name: value for name, value in pairs if name in KEPT_NAMES}
    if any(len(value) > LONGEST_VALUE for value in kept.values()):
        return None
    return urlencode(sorted(kept.items()))


def parse_query(query: str, *, keep_blank_values: bool = False) -> list[tuple[str, str]] | None:
    """None: there are too many names to look at."""
    try:
        return parse_qsl(query, keep_blank_values=keep_blank_values, max_num_fields=MOST_NAMES)
    except ValueError:
        return None
