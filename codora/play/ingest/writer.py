"""Group commit: rows that wait are stored together, and only then is each of them answered."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from threading import Thread
from typing import NamedTuple, Protocol

logger = logging.getLogger(__name__)

MAX_GROUP = 256
"""Rows a transaction. More would lengthen the wait of the first without making the group cheaper."""
MAX_WAITING = 16 * MAX_GROUP
"""Rows. When so many wait, the database is too slow and new ones are better refused."""


class Row(NamedTuple):
    """One batch as it is stored."""

    month: int
    session: bytes
    first: int
    size: int
    digest: bytes
    payload: bytes

    @property
    def last(self) -> int:
        return self.first + self.size - 1


class Receipt(NamedTuple):
    """What became of a row.

    `is_conflict`: not stored, since another row holds one of its numbers and it is not a repeat of that row.
    `stored_through`: the last sequence number of the row that is stored.
    """

    is_conflict: bool
    stored_through: int


class Stored(NamedTuple):
    """The stored row of a session that starts last before a new row ends: the only one it can overlap."""

    first: int
    size: int
    digest: bytes


def receipt(row: Row, stored: Stored) -> Receipt:
    """The receipt of a row that was just stored, or refused because it overlaps `stored`.

    A repeat is as good as stored: what counts is that the same events stand under the same numbers.
    """
    is_same = (stored.first, stored.size, stored.digest) == (row.first, row.size, row.digest)
    return Receipt(is_conflict=not is_same, stored_through=stored.first + stored.size - 1)


def one_row_a_session(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows in parts in which no session comes twice: a statement does not see what it stores itself."""
    if len({row.session for row in rows}) == len(rows):
        return [list(rows)]
    parts: list[dict[bytes, Row]] = []
    for row in rows:
        part = next((part for part in parts if row.session not in part), None)
        if part is None:
            parts.append(part := {})
        part[row.session] = row
    return [list(part.values()) for part in parts]


class Store(Protocol):
    """A connection to a progress database, used by the writer's thread alone."""

    def store(self, rows: Sequence[Row]) -> list[Receipt]:
        """Stores the rows, durably. May raise any error of the database; some rows may be stored then."""
        ...

    def close(self) -> None: ...


class Unavailable(Exception):
    """The row was not stored: the database failed or too many rows wait."""


_Job = tuple[Row, "asyncio.Future[Receipt]"]


class GroupWriter:
    """Owns the one connection that writes progress, and the thread that it lives in.

    `open_store` is called in that thread, anew after an error. The thread takes what waits by itself, so that
    one commit follows the other however busy the event loop is.
    """

    def __init__(self, open_store: Callable[[], Store]) -> None:
        self._open_store = open_store
        self._store: Store | None = None
        self._waiting: SimpleQueue[_Job | None] = SimpleQueue()
        """None is the last."""
        self._thread = Thread(target=self._run, name="progress-writer", daemon=True)
        self._is_closed = False

    async def write(self, row: Row) -> Receipt:
        """Returns when the row is durable. Raises `Unavailable`."""
        if self._is_closed or self._waiting.qsize() >= MAX_WAITING:
            raise Unavailable
        if self._thread.ident is None:
            self._thread.start()
        future: asyncio.Future[Receipt] = asyncio.get_running_loop().create_future()
        self._waiting.put((row, future))
        return await future

    async def close(self) -> None:
        """Returns once every row that was handed over is stored; takes no more."""
        self._is_closed = True
        self._waiting.put(None)
        if self._thread.ident is not None:
            await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        """The thread: commits group after group."""
        while group := self._next_group():
            receipts = self._commit([row for row, _ in group])
            loop = group[0][1].get_loop()
            loop.call_soon_threadsafe(_deliver, group, receipts)
        self._close_store()

    def _next_group(self) -> Sequence[_Job]:
        """Waits for the first row, and takes what else waits by then. Empty at the end."""
        group = []
        job = self._waiting.get()
        while job:
            group.append(job)
            if len(group) == MAX_GROUP or self._waiting.empty():
                return group
            job = self._waiting.get()
        self._waiting.put(None)  # the end comes again when this group is stored
        return group

    def _commit(self, rows: Sequence[Row]) -> list[Receipt] | None:
        """None if the database failed."""
        try:
            self._store = self._store or self._open_store()
            return self._store.store(rows)
        except Exception:
            logger.exception("Progress could not be stored: %d batches are to be sent again.", len(rows))
            self._close_store()
            return None

    def _close_store(self) -> None:
        store, self._store = self._store, None
        try:
            if store:
                store.close()
        except Exception:
            logger.warning("The broken connection to the progress database did not close.", exc_info=True)


def _deliver(group: Sequence[_Job], receipts: list[Receipt] | None) -> None:
    """Wakes those who wait for their rows."""
    for index, (_, future) in enumerate(group):
        if future.done():
            continue  # the client went away; what it sent is stored all the same
        if receipts is None:
            future.set_exception(Unavailable())
        else:
            future.set_result(receipts[index])
