import shutil

import pytest

from tests.play.ingest.progress_databases import (
    Database,
    PostgresDatabase,
    SQLiteDatabase,
    migrate,
    migrated_postgres,
)
from tools.local_postgres import NoServer


@pytest.fixture(scope="session")
def postgres_url(django_db_blocker):
    with django_db_blocker.unblock():
        try:
            with migrated_postgres() as url:
                yield url
        except NoServer as reason:
            pytest.skip(f"not tested on PostgreSQL: {reason}")


@pytest.fixture(scope="session")
def migrated_file(django_db_blocker, tmp_path_factory):
    file = tmp_path_factory.mktemp("progress") / "progress.sqlite3"
    with django_db_blocker.unblock():
        migrate(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_database(migrated_file, tmp_path) -> SQLiteDatabase:
    return SQLiteDatabase(shutil.copy(migrated_file, tmp_path))


@pytest.fixture
def postgres_database(postgres_url) -> PostgresDatabase:
    return PostgresDatabase(postgres_url)


@pytest.fixture(params=["sqlite", "postgres"])
def database(request) -> Database:
    """Every kind of database in turn."""
    return request.getfixturevalue(f"{request.param}_database")
