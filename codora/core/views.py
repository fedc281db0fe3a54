"""Pages and answers that belong to no other app."""

from django.conf import settings
from django.db import connections
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from codora.core.coverage import read_coverage
from codora.core.languages import (
    direction,
    interface_languages,
    preferred_language,
    reader_language,
    shown_language,
)
from codora.core.limits import RateLimit, network_of_visitor
from codora.core.metadata import interface_page
from codora.core.proof import new_challenge
from codora.core.share_image import UnknownImage, share_image
from codora.core.switcher import language_links

ROBOTS = "User-agent: *\nDisallow: /cms/\nDisallow: /api/\n"


challenge_limit = RateLimit(per_second=0.5, burst=60)


def redirect_to_language(request: HttpRequest) -> HttpResponse:
    """`/` goes to the first language of the browser's list that the site has, else to English."""
    code = preferred_language(request.headers.get("Accept-Language", ""))
    response = HttpResponseRedirect(f"/{code}/", headers={"Cache-Control": "no-store"})
    patch_vary_headers(response, ["Accept-Language"])
    return response


def list_languages(request: HttpRequest) -> HttpResponse:
    """`/languages/`: the switcher without a script. `?next=` is the page to switch, else the home page."""
    context = {
        "links": language_links(request.GET.get("next", "")),
        "translated_count": len(interface_languages()),
        "metadata": interface_page(
            title=_("Languages"), description=_("Choose the language of this site."), path=request.path
        ),
    }
    return render(request, "core/languages.html", context)


def show_coverage(request: HttpRequest) -> HttpResponse:
    """`/translate/`: how much of the site each language has; `areas` are columns, `rows` languages."""
    rows = read_coverage()
    context = {
        "rows": rows,
        "areas": [part.area for part in rows[0].parts] if rows else [],
        "metadata": interface_page(
            title=_("Translations"),
            description=_("How much of Codora each language has, and how you can help."),
            path=request.path,
        ),
    }
    return render(request, "core/translate.html", context)


def show_health(request: HttpRequest) -> HttpResponse:
    """Answers `ok` once every database answers."""
    for connection in connections.all():
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


def show_share_image(request: HttpRequest, token: str) -> HttpResponse:
    """The picture for previews of links. Another one has another address: it may be kept for ever."""
    try:
        image = share_image(token)
    except UnknownImage:
        raise Http404 from None
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return HttpResponse(image, content_type="image/png", headers=headers)


@never_cache
@require_safe
def give_challenge(request: HttpRequest, purpose: str) -> HttpResponse:
    """JSON for the script of a form that asks for a proof of work; a form has a purpose of its own."""
    if not challenge_limit.take(network_of_visitor(request)):
        return HttpResponse(status=429)
    return JsonResponse(new_challenge(purpose))


def show_robots(request: HttpRequest) -> HttpResponse:
    text = f"{ROBOTS}Sitemap: {settings.BASE_URL}/sitemap.xml\n"
    return HttpResponse(text, content_type="text/plain")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "core/404.html", {"language_links": language_links("")}, status=404)


def access_refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "core/403.html", {"language_links": language_links("")}, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Needs no database and no context processor: whatever broke there, this page is shown."""
    language = shown_language()
    context = {
        "shown_language": language,
        "direction": direction(language),
        "home_url": f"/{reader_language()}/",
    }
    return render(None, "core/500.html", context, status=500)
