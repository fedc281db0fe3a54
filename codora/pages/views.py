"""What machines read of the pages: sitemaps and the feed of news; and what editors have uploaded."""

import posixpath
from datetime import datetime, time

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.static import serve
from wagtail import views as wagtail_views
from wagtail.documents.models import Document
from wagtail.url_routing import RouteResult

from codora.core.languages import reader_language
from codora.pages.models import NewsPage
from codora.pages.queries import page_at
from codora.pages.ranges import part_or_whole
from codora.pages.sitemap import addresses_in, languages_with_addresses

NEWEST = 20


def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """The page at this address. Wagtail's own way, but for how the page is found (queries.page_at)."""
    page = page_at(path)
    if page is None:
        raise Http404
    request._wagtail_route_for_request = RouteResult(page)  # type: ignore[attr-defined]
    response: HttpResponse = wagtail_views.serve(request, path)
    return response


def show_sitemap_index(request: HttpRequest) -> HttpResponse:
    """`/sitemap.xml`: a sitemap for each language that has pages."""
    sitemaps = [
        f"{settings.BASE_URL}{reverse('sitemap', args=[language])}" for language in languages_with_addresses()
    ]
    return render(request, "pages/xml/sitemap_index.xml", {"sitemaps": sitemaps}, "application/xml")


def show_sitemap(request: HttpRequest, language: str) -> HttpResponse:
    """`/sitemap-de.xml`: each page in this language, with its translations."""
    found = addresses_in(language)
    if not found:
        raise Http404
    entries = [(address.languages[language], address) for address in found]
    return render(request, "pages/xml/sitemap.xml", {"entries": entries}, "application/xml")


def show_news_feed(request: HttpRequest) -> HttpResponse:
    """`/de/feeds/news.xml`: the newest news in this language, as Atom."""
    language = reader_language()
    feed = Atom1Feed(
        title=_("News from Codora"),
        link=f"{settings.BASE_URL}/{language}/",
        description="",
        language=language,
        feed_url=f"{settings.BASE_URL}{request.path}",
    )
    news = NewsPage.objects.live().public().filter(locale__language_code=language, alias_of=None)
    for page in news.order_by("-date", "-pk")[:NEWEST]:
        day = timezone.make_aware(datetime.combine(page.date, time()))
        feed.add_item(
            title=page.title,
            link=page.full_url,
            description=page.lead,
            pubdate=day,
            updateddate=page.last_published_at or day,
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response


def show_upload(request: HttpRequest, path: str) -> HttpResponseBase:
    """`/media/…`: a picture, a film, a document.

    A document of a private collection is had at its own address under /documents/ alone, where Wagtail asks
    for the right to it.
    """
    name = posixpath.normpath(f"/{path}").lstrip("/")
    for document in Document.objects.filter(file=name).select_related("collection"):
        if document.collection.get_view_restrictions():
            raise Http404
    return part_or_whole(request, serve(request, name, str(settings.MEDIA_ROOT)))
