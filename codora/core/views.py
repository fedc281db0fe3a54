"""Pages and answers that belong to no other app."""

from django.conf import settings
from django.db import connections
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from codora.core.languages import ENGLISH


def redirect_to_language(request: HttpRequest) -> HttpResponse:
    """`/` goes to the first language of the browser's list that the site has, else to English."""
    codes = dict(settings.LANGUAGES)
    accepted = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    tags = (tag.split("-")[0] for tag, _ in accepted)
    code = next((tag for tag in tags if tag in codes), ENGLISH)
    response = HttpResponseRedirect(f"/{code}/", headers={"Cache-Control": "no-store"})
    patch_vary_headers(response, ["Accept-Language"])
    return response


def show_health(request: HttpRequest) -> HttpResponse:
    """Answers `ok` once every database answers."""
    for connection in connections.all():
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})
