import re

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client

from codora.accounts.models import User
from codora.messaging.models import OutgoingMail

PASSWORD = "a long walk in Tallinn"


@pytest.fixture(autouse=True)
def fresh_limits():
    """How often somebody tried is kept in memory, beyond a test."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def ana(db) -> User:
    user = User.objects.create_user("ana@example.org", PASSWORD)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def confirm(client: Client) -> None:
    """Says again who one is, as all that cannot be undone asks."""
    client.post("/en/account/confirm/", {"password": PASSWORD})


def last_mail() -> OutgoingMail:
    return OutgoingMail.objects.latest("pk")


def code_in(mail: OutgoingMail) -> str:
    return re.search(r"^[A-Z0-9]+(-[A-Z0-9]+)*$", mail.text, re.MULTILINE)[0]
