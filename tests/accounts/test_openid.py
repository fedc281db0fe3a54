"""Signing in at somebody whom the site trusts, by OpenID Connect: a small provider of our own stands in."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user
from django.test import Client

from codora.accounts.models import User
from codora.config.environment import openid_providers

pytestmark = pytest.mark.django_db


class Provider(BaseHTTPRequestHandler):
    claims = {"sub": "42", "email": "ana@example.org", "email_verified": True, "name": "Ana Example"}

    def do_GET(self) -> None:
        host = f"http://127.0.0.1:{self.server.server_port}"
        configuration = {
            "issuer": host,
            "authorization_endpoint": f"{host}/authorize",
            "token_endpoint": f"{host}/token",
            "userinfo_endpoint": f"{host}/userinfo",
            "jwks_uri": f"{host}/jwks",
        }
        self.answer(self.claims if self.path == "/userinfo" else configuration)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer({"access_token": "token", "token_type": "Bearer"})

    def answer(self, data: dict) -> None:
        body = json.dumps(data).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args) -> None:
        pass


@pytest.fixture
def school(settings, tmp_path, monkeypatch) -> Iterator[None]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    entry = {"id": "school", "name": "School login", "client_id": "codora", "secret": "s3cret"}
    file = tmp_path / "openid.json"
    file.write_text(json.dumps([entry | {"server": f"http://127.0.0.1:{server.server_port}"}]))
    monkeypatch.setenv("CODORA_OPENID_FILE", str(file))
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            **settings.SOCIALACCOUNT_PROVIDERS["openid_connect"],
            "APPS": openid_providers("CODORA_OPENID_FILE"),
        }
    }
    yield
    server.shutdown()
    server.server_close()


def come_back(client: Client, *, language: str = "de"):
    """Goes to the provider, as the button does, and comes back with its code."""
    away = urlsplit(client.post(f"/{language}/account/connected/school/").url)
    query = parse_qs(away.query)
    assert away.path == "/authorize"
    assert urlsplit(query["redirect_uri"][0]).path == "/account/school/"
    assert query["code_challenge_method"] == ["S256"]
    return client.get("/account/school/", {"code": "c0de", "state": query["state"][0]}, follow=True)


def test_a_login_of_others_makes_an_account_and_signs_in_in_the_language_of_the_page(client, school):
    assert "School login" in client.get("/en/account/sign-in/").content.decode()
    page = come_back(client)
    assert page.request["PATH_INFO"] == "/de/account/"
    assert get_user(client).email == "ana@example.org"
    come_back(Client(), language="en")
    assert User.objects.count() == 1


def test_nothing_is_kept_of_what_the_other_site_tells_but_the_address(client, school):
    come_back(client)
    account = SocialAccount.objects.get()
    assert (account.uid, account.extra_data) == ("42", {})
    user = User.objects.get()
    assert (user.first_name, user.last_name) == ("", "")


def test_it_does_not_take_over_an_account_with_the_same_address(client, school, ana):
    come_back(client)
    assert not get_user(client).is_authenticated
    assert not SocialAccount.objects.exists()


def test_a_code_without_our_state_is_refused(client, school):
    page = client.get("/account/school/", {"code": "c0de", "state": "made-up"}, follow=True)
    assert not get_user(client).is_authenticated
    assert "Signing in did not work" in page.content.decode()


def test_without_the_setting_there_is_no_such_login(client):
    assert client.post("/en/account/connected/school/").status_code == 404
    assert client.get("/account/school/").status_code == 404


@pytest.mark.parametrize(
    ("written", "said"), [("[{}]", "lacks id, name, server, client_id, secret"), ("{", "Expecting")]
)
def test_a_mistake_in_the_setting_is_told_at_the_start(tmp_path, monkeypatch, written, said):
    file = tmp_path / "openid.json"
    file.write_text(written)
    monkeypatch.setenv("CODORA_OPENID_FILE", str(file))
    with pytest.raises(ValueError, match=said):
        openid_providers("CODORA_OPENID_FILE")
