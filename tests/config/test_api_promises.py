"""Does the API do what its description promises? Schemathesis asks it many questions, good and bad ones."""

from collections.abc import Callable, Iterable

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import given, settings
from schemathesis import GenerationMode

from codora.config.api import openapi
from codora.config.page_cache import cacheable_requests
from codora.core.page_cache.cache import PageCache
from codora.core.page_cache.wsgi import CachedSite
from tests.partners.partners import make_partner
from tests.pledges import make_public, target

HOST = "127.0.0.1:8000"
QUESTIONS = 40
"""Of each kind, to each address."""
KEYS = {"activities": "walk", "campaigns": "summer", "partners": "harbour-works", "pledges": 0}
"""Of the object that is asked for."""


class Still:
    """Nothing changes while the test runs."""

    now = ()


@pytest.fixture
def described(campaigns, loaded):
    """The site as its servers have it, the page cache around it."""
    KEYS["pledges"] = make_public(make_partner(), target()).pk
    cache = PageCache(most_bytes=10_000_000, shared_seconds=0, generations=Still())
    site = CachedSite(get_wsgi_application(), cache, cacheable_requests)

    def at_our_host(environ: dict, start_response: Callable) -> Iterable[bytes]:
        plain = {name: value for name, value in environ.items() if name != "HTTP_ACCEPT_ENCODING"}
        return site({**plain, "HTTP_HOST": HOST}, start_response)

    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", at_our_host)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.django_db
@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("path", openapi()["paths"])
def test_every_answer_is_as_described(described, path, mode):
    @settings(max_examples=QUESTIONS, deadline=None, derandomize=True, database=None)
    @given(case=described[path]["GET"].as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        if mode is GenerationMode.POSITIVE:  # else hardly one question would find an object
            name = path.partition("{")[2].rstrip("}")
            case.path_parameters = {name: KEYS[path.split("/")[3]]} if name else {}
        case.call_and_validate()

    ask()
