"""Progress databases for tests, as the migrations make them."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.db.utils import ConnectionHandler

from codora.config import environment
from codora.play.ingest.postgres import PostgresStore
from codora.play.ingest.sqlite import SQLiteStore
from codora.play.ingest.writer import Store
from tools.local_postgres import local_postgres

ROWS = "SELECT month, session, first, count, payload FROM play_progress_batch ORDER BY id"


class SQLiteDatabase:
    def __init__(self, file: Path) -> None:
        self.path = str(file)

    def open_store(self) -> Store:
        return SQLiteStore(self.path)

    def rows(self) -> list[tuple]:
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(ROWS).fetchall()


class PostgresDatabase:
    """`url` is that of a database whose progress table is emptied first."""

    def __init__(self, url: str) -> None:
        self.url = url
        with closing(psycopg.connect(url, autocommit=True)) as connection:
            connection.execute("TRUNCATE play_progress_batch")

    def open_store(self) -> Store:
        return PostgresStore(self.url)

    def rows(self) -> list[tuple]:
        with closing(psycopg.connect(self.url)) as connection:
            return connection.execute(ROWS).fetchall()


Database = SQLiteDatabase | PostgresDatabase
OpenStore = Callable[[], Store]


@contextmanager
def migrated_postgres() -> Iterator[str]:
    """URL of a migrated database on the server of CODORA_TEST_POSTGRES, else on one started here.

    Raises `tools.local_postgres.NoServer`.
    """
    with _server() as server:
        name = f"codora_test_{os.getpid()}"
        with closing(psycopg.connect(server, autocommit=True)) as connection:
            connection.execute(f"CREATE DATABASE {name}")
            try:
                url = urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
                migrate(url)
                yield url
            finally:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def _server() -> Iterator[str]:
    if given := os.environ.get("CODORA_TEST_POSTGRES"):
        yield given
        return
    with local_postgres() as socket_folder:
        yield f"postgres://postgres@{socket_folder.replace('/', '%2F')}/postgres"


def migrate(url: str) -> None:
    """Makes the tables of `play`, as its migrations do."""
    nothing = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    connection = ConnectionHandler({"default": nothing, "progress": environment.database(url)})["progress"]
    migrations = [
        migration
        for (app, _), migration in sorted(MigrationLoader(None).disk_migrations.items())
        if app == "play"
    ]
    state = ProjectState()
    with closing(connection), connection.schema_editor() as editor:
        for migration in migrations:
            state = migration.apply(state, editor)
