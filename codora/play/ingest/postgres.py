"""The progress database on PostgreSQL: one statement a group, one partition a month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import psycopg

from codora.play.ingest.writer import Receipt, Row, Stored, one_row_a_session, receipt

LOCK = "SELECT pg_advisory_xact_lock(hashtext('play_progress_batch'))"
"""Writers of several machines take turns: so rows become visible in the order of their ids, which the
projection relies on, and no two of them store overlapping rows."""

INSERT = """
INSERT INTO play_progress_batch (month, session, first, count, digest, payload, received_on)
SELECT sent.*, %b::date
FROM unnest(%b::integer[], %b::bytea[], %b::integer[], %b::integer[], %b::bytea[], %b::bytea[])
    AS sent (month, session, first, count, digest, payload)
WHERE sent.first >= coalesce((
    SELECT stored.first + stored.count FROM play_progress_batch AS stored
    WHERE stored.month = sent.month AND stored.session = sent.session
    AND stored.first < sent.first + sent.count ORDER BY stored.first DESC LIMIT 1
), 0)
"""

NEIGHBOUR = """
SELECT first, count, digest FROM play_progress_batch
WHERE month = %s AND session = %s AND first < %s ORDER BY first DESC LIMIT 1
"""

PARTITION = """
CREATE TABLE IF NOT EXISTS play_progress_batch_{month} PARTITION OF play_progress_batch
FOR VALUES FROM ({month}) TO ({next_month})
"""


class PostgresStore:
    """Makes the partition of a month when its first row comes."""

    def __init__(self, conninfo: str) -> None:
        self._connection = psycopg.connect(conninfo, autocommit=True)
        self._partitions: set[int] = set()

    def store(self, rows: Sequence[Row]) -> list[Receipt]:
        months = {row.month for row in rows}
        with self._connection.transaction(), self._connection.cursor() as cursor:
            cursor.execute(LOCK)
            for month in months - self._partitions:
                cursor.execute(PARTITION.format(month=month, next_month=month + 1))
            stored = sum(self._insert_new(cursor, part) for part in one_row_a_session(rows))
        self._partitions |= months
        if stored == len(rows):
            return [Receipt(is_conflict=False, stored_through=row.last) for row in rows]
        return [receipt(row, self._neighbour(row)) for row in rows]

    def _insert_new(self, cursor: psycopg.Cursor, rows: Sequence[Row]) -> int:
        columns = [list(column) for column in zip(*rows, strict=True)]
        return cursor.execute(INSERT, (datetime.now(UTC).date(), *columns), prepare=True).rowcount

    def _neighbour(self, row: Row) -> Stored:
        key = (row.month, row.session, row.first + row.size)
        [found] = self._connection.execute(NEIGHBOUR, key).fetchall()
        return Stored(*found)

    def close(self) -> None:
        self._connection.close()
