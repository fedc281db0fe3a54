"""What every request passes: size, compression, language, and the security policy of its part of the site."""

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils import translation

from codora.core.languages import active_language_for, first_part, shown_language

CMS_PREFIX = "/cms/"
MAX_BODY = 16 * 1024
"""Bytes. The longest form of a visitor is a message of some lines."""
TEXT = re.compile(r"text/|application/(?:\S+\+)?(?:json|javascript|xml)\b")


class CompressionMiddleware(GZipMiddleware):
    """For text: pictures and films are compressed already. A part of a file stays as it was asked for."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        is_text = TEXT.match(response.get("Content-Type", ""))
        if not is_text or response.status_code == HTTPStatus.PARTIAL_CONTENT:
            return response
        compressed: HttpResponseBase = super().process_response(request, response)
        return compressed


class PolicyMiddleware(CSPMiddleware):
    """The site's strict content security policy, and the editor's own under /cms/."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path.startswith(CMS_PREFIX):
            parts.config = settings.CMS_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        if getattr(request, "is_preview", False):  # Wagtail says so; its editor shows the page in a frame
            site = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
            parts.config = {**site, "frame-ancestors": ["'self'"]}
        return parts


class BodySizeMiddleware:
    """Refuses a large body outside /cms/ before it is read: else a stranger could fill disk and memory.

    A view that takes a file says how much it takes (core.uploads). A body whose length is not told counts as
    empty for Django, so there is nothing else to limit.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *_: Any
    ) -> HttpResponse | None:
        length = request.META.get("CONTENT_LENGTH") or "0"
        most = getattr(view, "max_body", MAX_BODY)
        is_small = length.isascii() and length.isdigit() and int(length) <= most
        if is_small or request.path.startswith(CMS_PREFIX):
            return None
        return HttpResponse("The request is too large.\n", status=413, content_type="text/plain")


class ReaderLanguageMiddleware:
    """Takes the language off the path's first part. No cookie, account or header has a say in it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        first = first_part(request.path_info)
        if first not in dict(settings.LANGUAGES):
            return self.get_response(request)
        with translation.override(active_language_for(first)):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", shown_language())
        return response
