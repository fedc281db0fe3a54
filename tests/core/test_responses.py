"""What holds for every public answer: strict policy, no cookie, honest errors."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from wagtail.documents.models import Document

PUBLIC = [
    "/",
    "/en/",
    "/fr/",
    "/en/about/",
    "/en/learn/",
    "/en/learn/walk/",
    "/en/languages/",
    "/en/nothing/",
]


def policy_of(response):
    directives = response["Content-Security-Policy"].split("; ")
    return {name: sources for name, *sources in (directive.split() for directive in directives)}


@pytest.mark.django_db(databases=["default", "progress"])
@pytest.mark.parametrize("path", PUBLIC)
def test_an_anonymous_visitor_gets_no_cookie_and_a_strict_policy(client, loaded, path):
    response = client.get(path)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    policy = policy_of(response)
    assert policy.pop("default-src") == ["'none'"]
    assert {source for sources in policy.values() for source in sources} <= {"'self'", "'none'"}
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["object-src"] == ["'none'"]


@pytest.mark.django_db
def test_the_editor_has_its_own_policy(client):
    policy = policy_of(client.get("/cms/login/"))
    assert policy["script-src"] == ["'self'", "'unsafe-inline'"]
    assert policy["default-src"] == ["'self'"]


@pytest.mark.django_db
def test_the_editor_calls_no_other_site(admin_client):
    page = admin_client.get("/cms/").content.decode()
    for stranger in ("gravatar.com", "releases.wagtail.org", "new-in-wagtail", "whats-new"):
        assert stranger not in page


@pytest.mark.django_db
def test_a_missing_page_is_told_in_the_readers_language(client, translate_into):
    translate_into("de", **{"Page not found": "Seite nicht gefunden"})
    response = client.get("/de/nothing/")
    assert response.status_code == 404
    assert "Seite nicht gefunden" in response.content.decode()


@pytest.mark.django_db
def test_a_failure_shows_a_page_that_needs_nothing(client, loaded, monkeypatch, translate_into):
    translate_into("de", **{"Home page": "Startseite"})
    monkeypatch.setattr("codora.curriculum.views.card_of", lambda activity: 1 / 0)
    client.raise_request_exception = False
    response = client.get("/de/learn/")
    assert response.status_code == 500
    page = response.content.decode()
    assert '<html lang="de" dir="ltr"' in page
    assert '<a class="button button--key" href="/de/">Startseite</a>' in page
    assert "ZeroDivisionError" not in page


@pytest.mark.django_db(databases=["default", "progress"])
def test_health_is_told_once_every_database_answers(client, monkeypatch):
    assert client.get("/healthz").content == b"ok\n"
    monkeypatch.setattr(connections["progress"], "cursor", lambda: 1 / 0)
    client.raise_request_exception = False
    assert client.get("/healthz").status_code == 500


@pytest.mark.django_db(databases=["default", "progress"])
def test_health_is_told_without_tls_where_all_else_is_sent_to_it(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/en/")["Location"] == "https://testserver/en/"
    assert client.get("/healthz").content == b"ok\n"


def test_a_stranger_cannot_send_a_large_body(client, monkeypatch):
    monkeypatch.setattr("codora.core.origin.is_same_origin", lambda request: pytest.fail("it was let in"))
    file = SimpleUploadedFile("name.txt", b"x" * 20_000)
    assert client.post("/en/play/walk/certificate/", {"name": file}).status_code == 413


@pytest.mark.django_db
def test_an_editor_can(admin_client, loaded, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = SimpleUploadedFile("plan.pdf", b"x" * 20_000)
    admin_client.post("/cms/documents/add/", {"title": "Plan", "file": file, "collection": 1})
    assert Document.objects.get().file.size == 20_000


def test_links_to_ourselves_are_made_from_the_configured_address(client, loaded, settings):
    settings.BASE_URL = "https://codora.example"
    page = client.get("/en/learn/", headers={"Host": "localhost"}).content.decode()
    assert '<link rel="canonical" href="https://codora.example/en/learn/">' in page
    assert '<meta property="og:image" content="https://codora.example/share/' in page


def test_an_unknown_host_is_refused(client):
    assert client.get("/healthz", headers={"Host": "elsewhere.example"}).status_code == 400
