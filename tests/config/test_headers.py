"""The headers that guard a reader, on every kind of answer, and the addresses that tricks ask for."""

import pytest
from django.core.files.base import ContentFile
from django.test import RequestFactory
from wagtail.documents.models import Document

from codora.core.page_cache.cache import PageCache
from codora.core.page_cache.requests import Requests
from codora.core.page_cache.wsgi import CachedSite

pytestmark = pytest.mark.django_db(databases=["default", "progress"])

GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
HTML = b"<!doctype html><script>alert(1)</script>"


@pytest.fixture
def addresses(loaded, settings, tmp_path, monkeypatch) -> dict[str, str]:
    settings.MEDIA_ROOT = tmp_path
    document = Document.objects.create(title="Plan", file=ContentFile(HTML, name="plan.txt"))
    monkeypatch.setattr("codora.insights.views.participation", lambda: 1 / 0)
    return {
        "page": "/en/about/",
        "form": "/en/about/accessibility/feedback/",
        "not found": "/en/nothing/",
        "broken": "/en/figures/",
        "upload": f"/media/{document.file.name}",
        "document": document.url,
        "sitemap": "/sitemap.xml",
        "health": "/healthz",
        "editor": "/cms/",
        "art": "/static/art/favicon.svg",
        "api": "/api/v1/activities",
        "refusal": "/api/v1/nothing",
    }


def fetch(client, address):
    client.raise_request_exception = False
    response = client.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return response, body


@pytest.mark.parametrize(
    "kind",
    [
        *("page", "form", "not found", "broken", "upload", "document", "sitemap", "health", "editor", "art"),
        *("api", "refusal"),
    ],
)
def test_every_answer_has_the_headers_that_guard_its_reader(client, addresses, kind):
    response, _ = fetch(client, addresses[kind])
    assert {name: response[name] for name in GUARDS} == GUARDS
    assert "Server" not in response
    assert "X-Powered-By" not in response
    if kind != "art":  # drawn by us, and served before anything of ours runs
        assert "Content-Security-Policy" in response
        assert response["X-Frame-Options"] in ("DENY", "SAMEORIGIN")


@pytest.mark.parametrize("kind", ["upload", "document"])
def test_a_document_with_markup_in_it_is_no_page(client, addresses, kind):
    response, body = fetch(client, addresses[kind])
    assert body == HTML
    assert response["Content-Type"].startswith("text/plain")
    assert "script-src" not in response["Content-Security-Policy"].replace("script-src 'self'", "")
    assert "'unsafe-inline'" not in response["Content-Security-Policy"]


def test_the_editors_policy_is_the_one_that_is_stated(admin_client, settings):
    stated = settings.CMS_CONTENT_SECURITY_POLICY["DIRECTIVES"]
    sent = admin_client.get("/cms/")["Content-Security-Policy"].split("; ")
    assert sorted(sent) == sorted(f"{name} {' '.join(sources)}" for name, sources in stated.items())
    assert not [
        source for sources in stated.values() for source in sources if "://" in source or source == "*"
    ]


class Still:
    """No change while the test runs."""

    now = ()


def test_a_page_from_the_cache_has_the_same_headers(client, loaded):
    def site(environ, start_response):
        response = client.get(environ["PATH_INFO"])
        start_response(f"{response.status_code} OK", list(response.items()))
        return [response.content]

    cache = PageCache(most_bytes=1_000_000, shared_seconds=0, generations=Still())
    requests = Requests(first_parts=frozenset({"en"}), origins=frozenset({"http://testserver"}))
    cached = CachedSite(site, cache, requests)
    environ = {**RequestFactory().get("/en/about/").environ, "HTTP_HOST": "testserver"}

    def guards() -> dict[str, str]:
        seen: dict[str, str] = {}
        cached(environ, lambda status, headers: seen.update(headers))
        return {name: seen[name] for name in (*GUARDS, "Content-Security-Policy", "X-Frame-Options")}

    made = guards()
    assert cache.size > 0
    assert guards() == made


@pytest.mark.parametrize(
    "path",
    [
        "/static/../manage.py",
        "/static/%2e%2e/%2e%2e/manage.py",
        "/static/art/..%2f..%2f..%2fmanage.py",
        "/static/.vite/../../../manage.py",
        "/media/%2e%2e/secret-key",
        "/media/..%5csecret-key",
        "/documents/1/..%2f..%2fsecret-key",
        "/share/..%2f..%2fsecret-key.png",
        "/en/%2e%2e/%2e%2e/etc/passwd",
        "/en/about/%00",
    ],
)
def test_no_path_leads_out_of_its_folder(client, loaded, path):
    response, body = fetch(client, path)
    assert response.status_code == 404
    assert b"DJANGO_SETTINGS_MODULE" not in body


@pytest.mark.parametrize(
    "header", ["X-Forwarded-Host", "X-Host", "Forwarded", "X-Original-URL", "X-Rewrite-URL"]
)
def test_no_header_makes_the_site_speak_of_another_host(client, loaded, header):
    for path in ("/en/about/", "/sitemap.xml", "/en/feeds/news.xml", "/robots.txt"):
        response, _ = fetch(client, path)
        again = client.get(path, headers={header: "elsewhere.example"})
        assert b"elsewhere" not in again.content
        assert again.status_code == response.status_code


@pytest.mark.parametrize(
    "address",
    [
        "/cms/login/?next=https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "/en//elsewhere.example",
        "/en/languages?next=//elsewhere.example/",
        "/en/about?x=//elsewhere.example/",
    ],
)
def test_no_address_leads_to_another_site(client, loaded, address):
    target = client.get(address).headers.get("Location", "/")
    assert target.startswith("/")
    assert not target.startswith(("//", "/\\"))
