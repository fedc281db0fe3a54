"""Campaigns, for programs."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router
from pydantic import BaseModel, Field

from codora.campaigns.models import Audience
from codora.campaigns.phases import Period, Phase, days_left, phase_at
from codora.campaigns.queries import CampaignCard, Shown, public_board
from codora.core.api.schemas import Country, Page, PageQuestion, Question, Slug, absolute, page_of, url_of
from codora.core.page_cache.policy import keep

router = Router(tags=["Campaigns"])


class CampaignQuestion(PageQuestion):
    phase: Phase | None = Field(None, description="Only those that are in this phase now.")
    country: Country | None = Field(
        None,
        description="Phase and days are those of this country (ISO 3166-1 alpha-2), not those for everybody.",
    )
    audience: Audience | None = Field(None, description="Phase and days are those for this audience.")


class PeriodOut(BaseModel):
    """Days are days where people are; both the first and the last belong to it."""

    country: str | None = Field(description="Holds for this country (ISO 3166-1 alpha-2); null: for all.")
    audience: Audience | None = Field(description="Holds for this audience; null: for all.")
    phase: Phase = Field(description="Where it stands now.")
    soon_from: date = Field(description="Day on which the preparation begins.")
    first_day: date = Field(description="It belongs to it.")
    last_day: date = Field(description="It belongs to it.")
    begins_at: datetime = Field(description="Moment at which it begins in time_zone.")
    ends_at: datetime = Field(description="Moment at which it is over in time_zone.")
    time_zone: str = Field(description="IANA name; elsewhere it begins at the same time of the clock there.")


class EditionOut(BaseModel):
    year: int = Field(description="In which it takes place.")
    phase: Phase = Field(description="Where it stands now: for everybody, or for whom the question says.")
    days: int = Field(
        description="Days until its first day for them; while it runs, until its end, today counted; then 0."
    )
    periods: list[PeriodOut] = Field(description="First for everybody, then for those who have other days.")
    thanks_until: date = Field(description="So long the home page thanks those who took part.")


class CampaignOut(BaseModel):
    slug: str = Field(description="Its name in addresses; does not change.")
    url: str = Field(description="Its page.")
    calendar_url: str = Field(description="Its dates as iCalendar, to be subscribed to.")
    language: str = Field(description="Language of name and lead; en where there is no translation yet.")
    review: str = Field(description="draft: no native speaker has read this translation yet; else native.")
    languages: list[str] = Field(description="Languages in which it has all its words (BCP 47).")
    name: str = Field(description="What it is called.")
    lead: str = Field(description="What it is, in a sentence or two.")
    hashtag: str = Field(description="Without #; may be empty.")
    website: str = Field(description="Of the organisers, where others run it; else empty.")
    edition: EditionOut | None = Field(
        description="The one under way, or the next, or the last; null before the first has dates."
    )


@router.get("", response=Page[CampaignOut], summary="List campaigns")
def list_campaigns(request: HttpRequest, asked: Query[CampaignQuestion]) -> object:
    """Days on which people code together: what goes on now first, then what comes next."""
    board = public_board(timezone.now())
    keep(request, until=board.right_until)
    people = (asked.country or "", asked.audience or "")
    cards = [card for card in board.cards if asked.phase in (None, _phase(card.shown, *people))]
    return page_of(cards, asked, request, lambda card: _campaign(card, *people))


@router.get("/{slug:slug}", response=CampaignOut, summary="Show a campaign")
def show_campaign(request: HttpRequest, slug: Slug, asked: Query[Question]) -> object:
    """One campaign with its edition."""
    board = public_board(timezone.now())
    keep(request, until=board.right_until)
    if card := board.card(slug):
        return _campaign(card)
    raise Http404


def _phase(shown: Shown | None, country: str, audience: str) -> Phase | None:
    return phase_at(shown.calendar, shown.moment, country, audience) if shown else None


def _campaign(card: CampaignCard, country: str = "", audience: str = "") -> CampaignOut:
    return CampaignOut(
        slug=card.campaign.slug,
        url=absolute(card.url),
        calendar_url=url_of("campaigns:dates_download", card.campaign.slug),
        language=card.text.language,
        review=card.text.review,
        languages=sorted(card.languages),
        name=card.text.name,
        lead=card.text.lead,
        hashtag=card.campaign.hashtag,
        website=card.campaign.website,
        edition=_edition(card.shown, country, audience) if card.shown else None,
    )


def _edition(shown: Shown, country: str, audience: str) -> EditionOut:
    calendar = shown.calendar
    phase = phase_at(calendar, shown.moment, country, audience)
    today = shown.moment.astimezone(calendar.zone_of(country)).date()
    return EditionOut(
        year=shown.edition.year,
        phase=phase,
        days=days_left(calendar.period_for(country, audience), phase, today),
        periods=[_period(shown, row.period, row.phase) for row in shown.rows],
        thanks_until=shown.edition.thanks_until,
    )


def _period(shown: Shown, period: Period, phase: Phase) -> PeriodOut:
    zone: ZoneInfo = shown.calendar.zone_of(period.country)
    _, begins, ends = period.turns(zone)
    return PeriodOut(
        country=period.country or None,
        audience=Audience(period.audience) if period.audience else None,
        phase=phase,
        soon_from=period.soon_from,
        first_day=period.first_day,
        last_day=period.last_day,
        begins_at=begins.astimezone(zone),
        ends_at=ends.astimezone(zone),
        time_zone=zone.key,
    )
