"""The progress database on SQLite."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from codora.play.ingest.writer import MAX_GROUP, Receipt, Row, Stored, one_row_a_session, receipt

NEIGHBOUR = """
SELECT first, count, digest FROM play_progress_batch
WHERE month = ? AND session = ? AND first < ? ORDER BY first DESC LIMIT 1
"""


@functools.cache
def _insert(rows: int) -> str:
    """Stores those of so many rows that overlap no stored one.

    One statement, so that Python's lock is let go once for all of them and requests are read meanwhile.
    """
    values = ",".join(["(?,?,?,?,?,?,?)"] * rows)
    return f"""
        WITH sent (month, session, first, count, digest, payload, received_on) AS (VALUES {values})
        INSERT INTO play_progress_batch (month, session, first, count, digest, payload, received_on)
        SELECT * FROM sent WHERE first >= coalesce((
            SELECT stored.first + stored.count FROM play_progress_batch AS stored
            WHERE stored.month = sent.month AND stored.session = sent.session
            AND stored.first < sent.first + sent.count ORDER BY stored.first DESC LIMIT 1
        ), 0)
    """  # noqa: S608 - only question marks are filled in


def connect(path: str) -> sqlite3.Connection:
    """`synchronous=FULL`: a commit returns once the disk has it.

    The log may grow to 40 MB before it is moved into the file: pages of the index that many groups touch are
    then moved once. The store alone was up to twice as fast so, the whole ingest by a tenth.
    """
    connection = sqlite3.connect(path, isolation_level=None, timeout=10, cached_statements=MAX_GROUP + 16)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA wal_autocheckpoint = 10000")
    return connection


class SQLiteStore:
    def __init__(self, path: str) -> None:
        self._connection = connect(path)

    def store(self, rows: Sequence[Row]) -> list[Receipt]:
        today = datetime.now(UTC).date().isoformat()
        if sum(self._insert_new(part, today) for part in one_row_a_session(rows)) == len(rows):
            return [Receipt(is_conflict=False, stored_through=row.last) for row in rows]
        return [receipt(row, self._neighbour(row)) for row in rows]

    def _insert_new(self, rows: Sequence[Row], today: str) -> int:
        """One statement is one transaction here: it returns when the rows are on the disk."""
        values = [value for row in rows for value in (*row, today)]
        return self._connection.execute(_insert(len(rows)), values).rowcount

    def _neighbour(self, row: Row) -> Stored:
        key = (row.month, row.session, row.first + row.size)
        [found] = self._connection.execute(NEIGHBOUR, key).fetchall()
        return Stored(*found)

    def close(self) -> None:
        self._connection.close()
