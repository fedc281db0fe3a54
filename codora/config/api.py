"""The public API: every app's router in one place, and what a program finds first."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Query, Router
from pydantic import BaseModel, Field

from codora.campaigns.api import router as campaigns
from codora.core.api import DOCS, PREFIX
from codora.core.api.public import PublicApi
from codora.core.api.schemas import Question, absolute, url_of
from codora.curriculum.api import router as activities
from codora.insights.api.figures import router as figures
from codora.insights.api.pledges import router as pledges
from codora.pages.api import router as news
from codora.partners.api import router as partners

DESCRIPTION = """\
What Codora publishes, for programs: without a key, without cookies, from any website (CORS).

Dates and moments are ISO 8601, languages BCP 47, countries ISO 3166-1 alpha-2. As long as the address says
v1, names are added, but never taken away or given another meaning.
"""

LISTS = ("activities", "campaigns", "partners", "pledges", "news")

router = Router(tags=["Start"])
api = PublicApi(
    title="Codora",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api",
    servers=[{"url": settings.BASE_URL}],
    default_router=router,
    openapi_extra={
        "info": {"license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"}},
        "externalDocs": {"url": absolute(DOCS), "description": "The same for people"},
    },
)
api.add_router("/activities", activities)
api.add_router("/campaigns", campaigns)
api.add_router("/partners", partners)
api.add_router("/pledges", pledges)
api.add_router("/news", news)
api.add_router("/figures", figures)


class Start(BaseModel):
    """Addresses."""

    activities: str = Field(description="What learners can do.")
    campaigns: str = Field(description="Days on which people code together.")
    partners: str = Field(description="Organisations that take part.")
    pledges: str = Field(description="What partners promise, and how far it is.")
    news: str = Field(description="What happened, newest first.")
    figures: str = Field(description="Every public figure.")
    documentation: str = Field(description="The page for developers.")
    description: str = Field(description="This interface as OpenAPI 3.1.")
    calendar: str = Field(
        description="The dates of all campaigns as iCalendar (RFC 5545), to be subscribed to."
    )
    feed: str = Field(description="The newest news as Atom (RFC 4287).")


@router.get("/", response=Start, summary="See what there is")
def show_start(request: HttpRequest, asked: Query[Question]) -> object:
    """The addresses of everything here."""
    lists = {
        name: url_of(f"api:list_{name}")
        for name in ("activities", "campaigns", "partners", "pledges", "news")
    }
    return {
        **lists,
        "figures": url_of("api:show_figures"),
        "documentation": absolute(DOCS),
        "description": url_of("api:show_openapi"),
        "calendar": url_of("campaigns:dates_download_all"),
        "feed": url_of("news_feed"),
    }


@router.get("/openapi.json", include_in_schema=False)
def show_openapi(request: HttpRequest, asked: Query[Question]) -> object:
    return openapi()


@cache
def openapi() -> dict[str, Any]:
    return dict(api.get_openapi_schema(path_prefix=PREFIX))
