"""Answers of the API and files of figures from memory: the site's own cache around the whole site."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from codora.config.page_cache import cacheable_requests
from codora.core.page_cache.cache import PageCache
from codora.core.page_cache.generations import Generations
from codora.core.page_cache.policy import KEEP
from codora.core.page_cache.wsgi import CachedSite
from codora.partners.models import Partner
from tests.partners.partners import make_partner

pytestmark = pytest.mark.django_db
HOST = "127.0.0.1:8000"


class Visited:
    """`made`: what the site was asked for; `change()`: the cache learns of changes."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self._generations = Generations()
        self.change = self._generations.refresh
        self.change()
        cache = PageCache(most_bytes=10_000_000, shared_seconds=300, generations=self._generations)
        self._cached = CachedSite(self._site, cache, cacheable_requests)

    def get(self, path: str, language: str = "") -> tuple[int, dict[str, str], str]:
        path, _, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "HTTP_HOST": HOST,
            "HTTP_ACCEPT_LANGUAGE": language,
            "wsgi.url_scheme": "http",
        }
        started: list[Any] = []
        body = b"".join(self._cached(environ, lambda *given: started.extend(given)))
        return int(started[0].split()[0]), dict(started[1]), body.decode()

    def _site(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        address = f"{environ['PATH_INFO']}?{environ['QUERY_STRING']}"
        self.made.append(address)
        headers = {"accept-language": environ["HTTP_ACCEPT_LANGUAGE"]}
        response = Client().get(address, headers=headers, HTTP_HOST=HOST)
        environ[KEEP] = response.wsgi_request.META.get(KEEP, 1000)
        start_response(f"{response.status_code} -", list(response.items()))
        return [response.content]


@pytest.fixture
def site(loaded) -> Visited:
    make_partner()
    return Visited()


@pytest.mark.parametrize(
    "path", ["", "activities", "activities/walk", "campaigns", "partners", "pledges", "news", "figures"]
)
def test_every_kind_of_answer_is_made_once_for_all_who_ask_in_a_language(site, path):
    address = f"/api/v1/{path}"
    for language in ("de-AT,en;q=0.5", "de", "el", "el-CY"):
        status, headers, _ = site.get(address, language)
        assert (status, headers["Vary"]) == (200, "Accept-Encoding, Accept-Language")
        assert headers["Content-Language"] == language[:2]
        assert headers["Cache-Control"].startswith("public, max-age=0, s-maxage=")
    assert len(site.made) == 2


def test_a_change_shows_at_the_next_question(site):
    assert '"Harbour Works"' in site.get("/api/v1/partners")[2]
    partner = Partner.objects.get()
    partner.name = "Harbour Yard"
    partner.save()
    site.change()
    assert '"Harbour Yard"' in site.get("/api/v1/partners")[2]


def test_figures_are_kept_for_a_minute(site):
    assert "s-maxage=60," in site.get("/api/v1/figures")[1]["Cache-Control"]


@pytest.mark.parametrize("query", ["colour=red", "age=x", "age=7&age=7", "q=harbour"])
def test_refusals_and_searches_are_not_kept(site, query):
    for _ in range(2):
        site.get(f"/api/v1/partners?{query}")
    assert len(site.made) == 2


def test_cards_for_other_websites_are_kept_light_and_dark(site):
    for theme in ("light", "dark", "light"):
        status, headers, card = site.get(f"/en/embed/counter/?theme={theme}")
        assert status == 200
        assert f'data-theme="{theme}"' in card
        assert "frame-ancestors *" in headers["Content-Security-Policy"]
        assert "X-Frame-Options" not in headers
    assert len(site.made) == 2


@pytest.mark.parametrize("name", ["data.csv", "data.json", "datapackage.json"])
def test_files_of_figures_come_from_memory_and_any_site_may_read_them(site, name):
    path = f"/en/figures/{name}"
    first, second = site.get(path), site.get(path)
    assert site.made == [f"{path}?"]
    assert first[2] == second[2]
    assert second[1]["Access-Control-Allow-Origin"] == "*"
