"""News, for programs."""

import datetime

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from ninja import Query, Router
from pydantic import BaseModel, Field

from codora.core.api.schemas import Page, PageQuestion, page_of
from codora.core.languages import ENGLISH, reader_language
from codora.pages.models import NewsPage

router = Router(tags=["News"])


class NewsQuestion(PageQuestion):
    since: datetime.date | None = Field(
        None, description="Only what is of this day or later.", examples=["2026-11-01"]
    )


class NewsOut(BaseModel):
    url: str = Field(description="Its page.")
    language: str = Field(description="Language of title and lead; en where there is no translation yet.")
    title: str = Field(description="Its headline.")
    lead: str = Field(description="What happened, in a sentence or two.")
    date: datetime.date = Field(description="The day that it tells of.")
    published_at: datetime.datetime | None = Field(description="When it was last published.")
    campaign: str | None = Field(description="Slug of the campaign that it belongs to.")


@router.get("", response=Page[NewsOut], summary="List news")
def list_news(request: HttpRequest, asked: Query[NewsQuestion]) -> object:
    """News, newest first; what is not translated yet in English."""
    news = _news_for_reader()
    if asked.since:
        news = news.filter(date__gte=asked.since)
    return page_of(news, asked, request, _news)


def _news_for_reader() -> QuerySet[NewsPage]:
    """Each piece once: in the reader's language, or else in English."""
    public = NewsPage.objects.live().public().filter(alias_of=None)
    own = public.filter(locale__language_code=reader_language())
    english = Q(locale__language_code=ENGLISH) & ~Q(translation_key__in=own.values("translation_key"))
    found: QuerySet[NewsPage] = public.filter(Q(pk__in=own.values("pk")) | english)
    return found.select_related("locale", "campaign").order_by("-date", "-pk")


def _news(page: NewsPage) -> NewsOut:
    return NewsOut(
        url=page.full_url,
        language=page.locale.language_code,
        title=page.title,
        lead=page.lead,
        date=page.date,
        published_at=page.last_published_at,
        campaign=page.campaign.slug if page.campaign else None,
    )
