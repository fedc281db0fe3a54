"""Who enters the editors' part has more than a password."""

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth import get_user
from django.test import Client

from codora.accounts.actions import create_administrator
from codora.accounts.models import User
from tests.accounts.conftest import PASSWORD, confirm

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(db) -> User:
    return create_administrator(email="boss@example.org", password=PASSWORD)


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def give_password(client: Client) -> None:
    client.post("/en/account/sign-in/", {"login": "boss@example.org", "password": PASSWORD})


def test_a_password_alone_opens_the_account_but_not_the_editors_part(client, boss):
    give_password(client)
    assert client.get("/en/account/").status_code == 200
    page = client.get("/cms/", follow=True)
    assert page.request["PATH_INFO"] == "/en/account/security/"
    assert "needs a second factor" in page.content.decode()


@pytest.mark.parametrize(
    "path", ["/cms/pages/", "/cms/users/", "/cms/outbox/", "/cms/images/", "/cms/api/main/pages/"]
)
def test_no_address_of_the_editors_part_is_open_without_it(client, boss, path):
    give_password(client)
    for ask in (client.get, client.post):
        assert ask(path).url.startswith("/en/account/security/")


def test_an_app_with_codes_opens_it_and_is_asked_for_at_the_next_sign_in(client, boss):
    give_password(client)
    confirm(client)
    secret = client.get("/en/account/security/app/").context["form"].secret
    done = client.post("/en/account/security/app/", {"code": code_of(secret)}, follow=True)
    assert "Recovery codes" in done.content.decode()
    assert client.get("/cms/").status_code == 200

    again = Client()
    give_password(again)
    assert not get_user(again).is_authenticated
    again.post("/en/account/security/code/", {"code": "000000"})
    assert not get_user(again).is_authenticated
    recovery = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    again.post("/en/account/security/code/", {"code": recovery})
    assert again.get("/cms/").status_code == 200


def test_a_recovery_code_works_once(client, boss):
    TOTP.activate(boss, "JBSWY3DPEHPK3PXP")
    give_password(client)
    code = RecoveryCodes.activate(boss).get_unused_codes()[0]
    client.post("/en/account/security/code/", {"code": code})
    assert get_user(client).is_authenticated
    again = Client()
    give_password(again)
    again.post("/en/account/security/code/", {"code": code})
    assert not get_user(again).is_authenticated


def test_recovery_codes_alone_are_no_second_factor(client, boss):
    RecoveryCodes.activate(boss)
    client.force_login(boss)
    assert client.get("/cms/").status_code == 302


def test_a_session_that_was_made_without_the_second_factor_is_asked_for_it(client, boss):
    TOTP.activate(boss, "JBSWY3DPEHPK3PXP")
    client.force_login(boss)
    asked = client.get("/cms/pages/")
    assert asked.url == "/en/account/security/confirm/?next=%2Fcms%2Fpages%2F"
    client.post(asked.url, {"code": code_of("JBSWY3DPEHPK3PXP")})
    assert client.get("/cms/").status_code == 200


@pytest.mark.parametrize("path", ["/en/_util/login/", "/cms/login/"])
def test_no_other_form_signs_anybody_in(client, boss, path):
    TOTP.activate(boss, "JBSWY3DPEHPK3PXP")
    words = {"username": boss.email, "login": boss.email, "password": PASSWORD}
    assert "/account/sign-in/" in client.post(path, words).url
    assert not get_user(client).is_authenticated


def test_those_without_a_role_in_it_are_told_no_more_than_before(client):
    user = User.objects.create_user("ana@example.org", PASSWORD)
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    client.force_login(user)
    assert client.get("/cms/").status_code in (302, 403)
    assert get_adapter().is_mfa_enabled(user)
