"""The names that a batch may use: activities, their levels, languages."""

from __future__ import annotations

import asyncio
import functools
import re
import time
from collections.abc import Callable, Collection

from codora.play.ingest.problem import Problem
from codora.play.ingest.wire import AnyEvent, Batch, Finish, Run

LoadLevels = Callable[[], Collection[tuple[str, str]]]
"""Reads all pairs of activity and level from the database. Blocks."""


class Names:
    """Looked up in memory; read again, at most once a second, when a name is missing."""

    def __init__(
        self,
        load_levels: LoadLevels,
        languages: Collection[str],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._load_levels = load_levels
        self._languages = frozenset(languages)
        self._clock = clock
        self._levels: frozenset[tuple[str, str]] = frozenset()
        self._activities: frozenset[str] = frozenset()
        self._next_read = float("-inf")

    async def check(self, batch: Batch) -> None:
        """Raises `Problem` (422) naming the first field with an unknown name."""
        unknown = self._first_unknown(batch)
        if unknown and self._clock() >= self._next_read:
            await self.read()
            unknown = self._first_unknown(batch)
        if unknown:
            index, field = unknown
            raise Problem.field(f"events[{index}].{field}", f"Unknown {field}")

    async def read(self) -> None:
        self._next_read = self._clock() + 1
        self._levels = frozenset(await asyncio.to_thread(self._load_levels))
        self._activities = frozenset(activity for activity, _ in self._levels)

    def _first_unknown(self, batch: Batch) -> tuple[int, str] | None:
        """The number of the first event with an unknown name, and its field."""
        for index, event in enumerate(batch.events):
            if field := self._unknown_field(event):
                return index, field
        return None

    def _unknown_field(self, event: AnyEvent) -> str | None:
        if isinstance(event, Finish):
            if event.activity not in self._activities:
                return "activity"
            return None if event.language in self._languages else "language"
        if (event.activity, event.level) not in self._levels:
            return "level" if event.activity in self._activities else "activity"
        return "say" if isinstance(event, Run) and not _is_key(event.say) else None


@functools.lru_cache(maxsize=4096)
def _is_key(say: str) -> bool:
    """Remembered: matching the few keys again and again was a third of the time that reading a batch took."""
    return re.fullmatch(r"(engine\.)?[a-z_]*", say) is not None
