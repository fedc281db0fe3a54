"""What `load_content` does to the database, done once for each content and then repeated row by row.

Most tests stand on loaded content, and loading it is most of what they take. The first load of a content
notes which rows came, changed or went; later ones write just these. Where the tables are not as they were
before the first load, content is loaded as ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection

Row = tuple
Rows = dict[object, Row]
NEVER = ("django_migrations", "django_session", "sqlite_", "search_document_", "wagtailsearch_indexentry_fts")
"""The last is written by triggers of the table beside it."""


@dataclass(frozen=True)
class Change:
    """Of a table: how many rows it had, the keys of those that went or changed, and the new ones."""

    table: str
    columns: list[str]
    before: int
    gone: list[object]
    come: list[Row]


_known: dict[str, list[Change]] = {}


def load_content() -> None:
    digest = _digest(Path(settings.CONTENT))
    changes = _known.get(digest)
    if changes is not None and _are_as_before(changes):
        cache.clear()
        for change in changes:
            _repeat(change)
        return
    before = {table: _rows(table) for table in _tables()}
    call_command("load_content", verbosity=0, stdout=None)
    if changes is None:
        _known[digest] = [change for table in before if (change := _change(table, before[table]))]


def _digest(folder: Path) -> str:
    state = hashlib.sha256(connection.vendor.encode())
    for file in sorted(file for file in folder.rglob("*") if file.is_file()):
        state.update(str(file.relative_to(folder)).encode())
        state.update(file.read_bytes())
    return state.hexdigest()


def _tables() -> Iterator[str]:
    for table in connection.introspection.table_names():
        if not table.startswith(NEVER):
            yield table


def _key(table: str) -> str:
    return "rowid" if table == "search_document" else _primary_key(table)


def _primary_key(table: str) -> str:
    with connection.cursor() as cursor:
        return connection.introspection.get_primary_key_column(cursor, table)


def _select(table: str) -> tuple[list[str], list[Row]]:
    columns = "rowid, *" if table == "search_document" else "*"
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {columns} FROM "{table}"')
        return [column[0] for column in cursor.description], [_stored(row) for row in cursor.fetchall()]


def _stored(row: Row) -> Row:
    """As the database takes it: SQLite reads moments as Python's, and takes them only as text."""
    if connection.vendor == "sqlite":
        return tuple(str(value) if isinstance(value, date | time) else value for value in row)
    return row


def _rows(table: str) -> Rows:
    columns, rows = _select(table)
    place = columns.index(_key(table))
    return {row[place]: row for row in rows}


def _change(table: str, before: Rows) -> Change | None:
    columns, _ = _select(table)
    after = _rows(table)
    gone = [key for key, row in before.items() if after.get(key) != row]
    come = [row for key, row in after.items() if before.get(key) != row]
    return Change(table, columns, len(before), gone, come) if gone or come else None


def _are_as_before(changes: list[Change]) -> bool:
    counts = " UNION ALL ".join(
        f'SELECT {number}, COUNT(*) FROM "{change.table}"' for number, change in enumerate(changes)
    )
    with connection.cursor() as cursor:
        cursor.execute(counts)
        return all(count == changes[number].before for number, count in cursor.fetchall())


def _repeat(change: Change) -> None:
    table, key = change.table, _key(change.table)
    names = ", ".join(f'"{column}"' for column in change.columns)
    marks = ", ".join(["%s"] * len(change.columns))
    with connection.cursor() as cursor:
        if change.gone:
            cursor.executemany(f'DELETE FROM "{table}" WHERE "{key}" = %s', [[each] for each in change.gone])
        cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', change.come)
        numbers = [row[change.columns.index(key)] for row in change.come]
        if connection.vendor == "postgresql" and key == "id" and isinstance(max(numbers, default=None), int):
            cursor.execute(
                "SELECT setval(sequence, GREATEST(%s, nextval(sequence)))"
                " FROM pg_get_serial_sequence(%s, 'id') AS sequence WHERE sequence IS NOT NULL",
                [max(numbers), f'"{table}"'],
            )
