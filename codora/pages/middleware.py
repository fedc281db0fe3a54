"""Where pages and the other apps share addresses, and where pages have moved."""

from collections.abc import Callable

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect

from codora.core.languages import ENGLISH, reader_language, switch_language
from codora.pages.views import serve_page


class PageFallbackMiddleware:
    """An app comes first at its addresses; where it has nothing, a page may stand: /learn/beyond/."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        match = request.resolver_match
        is_page = match is not None and match.func is serve_page
        prefix = f"/{reader_language()}/"
        if not isinstance(exception, Http404) or is_page or not request.path_info.startswith(prefix):
            return None
        try:
            response: HttpResponse = serve_page(request, request.path_info.removeprefix(prefix))
        except Http404:
            return None
        return response


class MovedPageMiddleware(RedirectMiddleware):
    """Leads from an old address to the new one, which staff or a move of the page noted.

    A redirect of the English address holds for every language: where a page is not translated, its English
    one was shown there.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        found: HttpResponse = super().process_response(request, response)
        code = reader_language()
        if found.status_code != 404 or code == ENGLISH or not request.path.startswith(f"/{code}/"):
            return found
        english = get_redirect(request, switch_language(request.path.rstrip("/"), ENGLISH))
        if english is None or not english.link:
            return found
        kind = HttpResponsePermanentRedirect if english.is_permanent else HttpResponseRedirect
        return kind(switch_language(english.link, code))
