"""Settings that come from the environment."""

import stat

import pytest

from codora.config import environment


def test_a_secret_is_made_once_and_is_its_owners_alone(tmp_path, monkeypatch):
    monkeypatch.delenv("CODORA_SECRET_KEY", raising=False)
    first = environment.secret("CODORA_SECRET_KEY", tmp_path / "var")
    assert environment.secret("CODORA_SECRET_KEY", tmp_path / "var") == first
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "var" / "secret-key").stat().st_mode) == 0o600


def test_a_given_secret_is_used_and_none_is_written(tmp_path, monkeypatch):
    monkeypatch.setenv("CODORA_SECRET_KEY", "given")
    assert environment.secret("CODORA_SECRET_KEY", tmp_path) == "given"
    assert not list(tmp_path.iterdir())


def test_sqlite_survives_power_cuts_and_writers_wait_for_their_turn():
    database = environment.database("sqlite:////srv/codora.sqlite3")
    assert database["NAME"] == "/srv/codora.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in database["OPTIONS"]["init_command"]


def test_a_postgres_address_may_hold_any_password():
    database = environment.database("postgres://ora:p%40ss%2Fword@db.example:5433/codora")
    assert (database["USER"], database["PASSWORD"]) == ("ora", "p@ss/word")
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example", "5433", "codora")


def test_another_kind_of_database_is_refused_with_the_kinds_there_are():
    with pytest.raises(ValueError, match="sqlite:///path or postgres://"):
        environment.database("mysql://localhost/codora")


@pytest.mark.parametrize(
    ("given", "meant"), [("1", True), ("Yes", True), ("0", False), ("", False), ("no", False)]
)
def test_flags(monkeypatch, given, meant):
    monkeypatch.setenv("CODORA_DEBUG", given)
    assert environment.flag("CODORA_DEBUG") is meant
