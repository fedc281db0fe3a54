"""`make admin`."""

import io

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from codora.accounts.models import User
from tests.people import sign_in

pytestmark = pytest.mark.django_db
PASSWORD = "a long walk in Tallinn"


@pytest.fixture
def create(monkeypatch):
    def create(email: str = "first@example.org", password: str = PASSWORD) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
        call_command("create_admin", email=email)

    return create


def test_the_first_administrator_can_sign_in_and_open_the_editors_part(create, client):
    create()
    user = authenticate(username="first@example.org", password=PASSWORD)
    sign_in(client, user)
    assert "first@example.org" in client.get("/cms/account/").content.decode()
    assert client.get("/cms/users/").status_code == 200


@pytest.mark.parametrize(
    ("email", "password", "reason"),
    [
        ("first", PASSWORD, "valid email"),
        ("first@example.org", "1234", "too short"),
        ("first@example.org", "password123", "tried first"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_made(create, email, password, reason):
    with pytest.raises(CommandError, match=reason):
        create(email, password)
    assert not User.objects.exists()


def test_an_address_has_one_account(create):
    create()
    with pytest.raises(CommandError, match="already"):
        create("First@example.org")
    assert User.objects.count() == 1
