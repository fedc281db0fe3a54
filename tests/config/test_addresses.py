"""Addresses that an operator gives: what is wrong is told at the start, and no password with it."""

import pytest

from codora.config import environment


def test_the_public_address_is_scheme_and_host(monkeypatch):
    monkeypatch.setenv("CODORA_HOST", "https://codora.example:8443/")
    assert environment.origin("CODORA_HOST", "") == "https://codora.example:8443"


@pytest.mark.parametrize(
    "given", ["codora.example", "ftp://codora.example", "https://", "https://a.example/b"]
)
def test_another_public_address_is_refused_by_name(monkeypatch, given):
    monkeypatch.setenv("CODORA_HOST", given)
    with pytest.raises(ValueError, match=r"CODORA_HOST=.*scheme and host were expected"):
        environment.origin("CODORA_HOST", "")


@pytest.mark.parametrize(
    "url", ["postgres://ora:secret@db.example/codora?sslmode=require", "mysql://ora:secret@db.example/codora"]
)
def test_a_refused_database_keeps_its_password_to_itself(url):
    with pytest.raises(ValueError, match="a database") as error:
        environment.database(url)
    assert "secret" not in str(error.value)
