import pytest

from tests.play.ingest.progress_databases import Database, PostgresDatabase, SQLiteDatabase, migrated_postgres
from tools.local_postgres import NoServer


@pytest.fixture(scope="session")
def postgres_url(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        try:
            with migrated_postgres() as url:
                yield url
        except NoServer as reason:
            pytest.skip(f"not tested on PostgreSQL: {reason}")


@pytest.fixture
def sqlite_database(django_db_setup, tmp_path) -> SQLiteDatabase:
    return SQLiteDatabase(tmp_path / "progress.sqlite3")


@pytest.fixture
def postgres_database(postgres_url) -> PostgresDatabase:
    return PostgresDatabase(postgres_url)


@pytest.fixture(params=["sqlite", "postgres"])
def database(request) -> Database:
    """Every kind of database in turn."""
    return request.getfixturevalue(f"{request.param}_database")
