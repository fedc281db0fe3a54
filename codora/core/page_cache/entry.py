"""One page as it is kept: its headers, and its body in each encoding that browsers take."""

import gzip
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import brotli

Headers = Sequence[tuple[str, str]]

BROTLI_QUALITY = 6
"""A few milliseconds a page, and within some per cent of the best."""
GZIP_LEVEL = 6
OVERHEAD = 2_000
"""Bytes, about, that an entry takes besides its bodies."""
DROPPED = {"content-length", "content-encoding", "etag", "cache-control", "vary"}


@dataclass(frozen=True)
class Entry:
    """`headers` by encoding are complete; `generation` is what the page was made of."""

    etag: str
    bodies: dict[str, bytes]
    headers: dict[str, Headers]
    generation: object
    expires_at: float

    @property
    def size(self) -> int:
        return OVERHEAD + sum(map(len, self.bodies.values()))

    def is_fresh(self, generation: object, now: float) -> bool:
        return generation == self.generation and now < self.expires_at

    def encoding_for(self, accepted: str) -> str:
        """The best of what is kept for this Accept-Encoding."""
        if "br" in accepted and "br" in self.bodies:
            return "br"
        return "gzip" if "gzip" in accepted and "gzip" in self.bodies else ""


def make_entry(
    headers: Headers, body: bytes, *, generation: object, expires_at: float, cache_control: str, vary: str
) -> Entry:
    etag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    compressed = {
        "br": brotli.compress(body, quality=BROTLI_QUALITY),
        "gzip": gzip.compress(body, GZIP_LEVEL),
    }
    bodies = {"": body, **{name: small for name, small in compressed.items() if len(small) < len(body)}}
    common = [
        *((name, value) for name, value in headers if name.lower() not in DROPPED),
        ("ETag", etag),
        ("Cache-Control", cache_control),
        ("Vary", vary),
    ]
    complete: dict[str, Headers] = {
        encoding: [
            *common,
            ("Content-Length", str(len(bodies[encoding]))),
            *([("Content-Encoding", encoding)] if encoding else []),
        ]
        for encoding in bodies
    }
    return Entry(etag, bodies, complete, generation, expires_at)
