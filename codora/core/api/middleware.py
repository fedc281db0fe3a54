"""What every answer of the API has, whoever gives it."""

import hashlib
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers

from codora.core.api import DOCS, PREFIX
from codora.core.api.negotiation import LANGUAGE, accepts_json, language_of, query_of
from codora.core.api.problems import PROBLEM, problem
from codora.core.languages import active_language_for

METHODS = "GET, HEAD, OPTIONS"
CORS = {
    "Access-Control-Allow-Origin": "*",  # without credentials: nobody here is anybody
    "Access-Control-Expose-Headers": "ETag, Content-Language",
}
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class ApiMiddleware:
    """Under PREFIX: language, methods, forms, problem documents in place of pages, CORS, ETag."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX) or request.path_info == DOCS:
            return self.get_response(request)
        language = language_of(request)
        with translation.override(active_language_for(language)):
            response = self._answer(request)
        response.headers["Content-Language"] = language
        if LANGUAGE not in query_of(request):
            patch_vary_headers(response, ["Accept-Language"])
        response.headers.setdefault("X-Frame-Options", "DENY")  # a refusal did not come from further in
        for name, value in CORS.items():
            response.headers[name] = value
        return _with_etag(request, response)

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if request.method == "OPTIONS":
            nothing = HttpResponse(status=HTTPStatus.NO_CONTENT, headers=PREFLIGHT)
            del nothing.headers["Content-Type"]
            return nothing
        if request.method not in ("GET", "HEAD"):
            refusal = problem(HTTPStatus.METHOD_NOT_ALLOWED)
            refusal.headers["Allow"] = METHODS
            return refusal
        if not accepts_json(request.headers.get("Accept", "")):
            return problem(HTTPStatus.NOT_ACCEPTABLE)
        method, request.method = request.method, "GET"
        response = self.get_response(request)
        request.method = method  # the server leaves the body of an answer to HEAD out
        is_page = not response.headers.get("Content-Type", "").startswith(PROBLEM)
        return problem(response.status_code) if response.status_code >= 400 and is_page else response


def _with_etag(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """As the page cache does it, for an answer that does not come from there."""
    if response.status_code != HTTPStatus.OK:
        return response
    etag = f'W/"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'
    response.headers["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response
