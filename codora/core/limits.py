"""How often one network may send. Kept in memory alone; an address is truncated before it is looked at."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest

MAX_NETWORKS = 50_000


class RateLimit:
    """A token bucket a network: `burst` requests at once, then `per_second`."""

    def __init__(
        self, *, per_second: float, burst: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._per_second = per_second
        self._burst = burst
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}
        """Network → (tokens, when they were counted); the one that has been silent longest comes first."""

    def take(self, network: str) -> bool:
        """Whether the network may send one more request now."""
        now = self._clock()
        tokens, counted_at = self._buckets.pop(network, (self._burst, now))
        tokens = min(self._burst, tokens + (now - counted_at) * self._per_second)
        may_send = tokens >= 1
        self._buckets[network] = (tokens - may_send, now)
        if len(self._buckets) > MAX_NETWORKS:
            del self._buckets[next(iter(self._buckets))]
        return may_send


def network_of_visitor(request: HttpRequest) -> str:
    return network_of_sender(
        request.META.get("REMOTE_ADDR", ""),
        request.headers.get("X-Forwarded-For", ""),
        is_behind_proxy=settings.IS_BEHIND_PROXY,
    )


def network_of_sender(peer: str, forwarded_for: str, *, is_behind_proxy: bool) -> str:
    """The network a request came from; a reverse proxy appends the sender's address to X-Forwarded-For."""
    return network_of(forwarded_for.rpartition(",")[2].strip() if is_behind_proxy else peer)


def network_of(address: str) -> str:
    """The /24 or /48 network of an address; unreadable addresses count as one network."""
    if ":" not in address:
        return address.rpartition(".")[0]  # most of them, and twenty times as fast as the module below
    try:
        ip = ipaddress.IPv6Address(address)
    except ValueError:
        return ""
    if ip.ipv4_mapped:
        return network_of(str(ip.ipv4_mapped))
    return ip.packed[:6].hex(":", 2)
