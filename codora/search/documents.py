"""The databases' own full-text search, written and asked alike on SQLite (FTS5) and PostgreSQL (tsvector)."""

from collections.abc import Sequence

from django.db import connection

from codora.core.folding import folded
from codora.search.models import SearchEntry

# A word in the title counts as much as ten in the text.
SQLITE = """
WITH found AS MATERIALIZED (
    SELECT rowid, bm25(search_document, 10, 1) AS rank
    FROM search_document WHERE search_document MATCH %(query)s
)
SELECT entry.id, COUNT(*) OVER ()
FROM found JOIN search_searchentry AS entry ON entry.id = found.rowid
WHERE {visible}
ORDER BY found.rank, entry.id LIMIT %(limit)s OFFSET %(offset)s
"""
POSTGRES = """
SELECT entry.id, COUNT(*) OVER ()
FROM search_searchentry AS entry, to_tsquery('simple', %(query)s) AS query
WHERE entry.document @@ query AND {visible}
ORDER BY ts_rank(entry.document, query) DESC, entry.id LIMIT %(limit)s OFFSET %(offset)s
"""
# What is in the reader's language, and in English what is not.
VISIBLE = """
(entry.language = %(language)s OR entry.language = %(fallback)s AND NOT EXISTS (
    SELECT 1 FROM search_searchentry AS own
    WHERE own.item = entry.item AND own.language = %(language)s
))
"""


def write_document(entry: SearchEntry) -> None:
    title, text = folded(entry.title), folded(entry.text)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM search_document WHERE rowid = %s", [entry.pk])
            cursor.execute(
                "INSERT INTO search_document (rowid, title, text) VALUES (%s, %s, %s)",
                [entry.pk, title, text],
            )
        else:
            cursor.execute(
                "UPDATE search_searchentry SET document = setweight(to_tsvector('simple', %s), 'A')"
                " || setweight(to_tsvector('simple', %s), 'D') WHERE id = %s",
                [title, text, entry.pk],
            )


def forget_documents(entries: Sequence[int]) -> None:
    """Before entries are deleted. PostgreSQL keeps a document in its entry."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_document WHERE rowid = %s", [(key,) for key in entries])


def matching_entries(
    stems: Sequence[str], *, language: str, fallback: str, limit: int, offset: int
) -> tuple[list[int], int]:
    """Ids of entries in which every stem begins a word, best first, and how many there are in all."""
    if connection.vendor == "sqlite":
        statement, query = SQLITE, " ".join(f'"{stem}"*' for stem in stems)
    else:
        statement, query = POSTGRES, " & ".join(f"{stem}:*" for stem in stems)
    values: dict[str, str | int] = {
        "query": query,
        "language": language,
        "fallback": fallback,
        "limit": limit,
        "offset": offset,
    }
    with connection.cursor() as cursor:
        cursor.execute(statement.format(visible=VISIBLE), values)
        rows = cursor.fetchall()
    return [key for key, _ in rows], rows[0][1] if rows else 0
