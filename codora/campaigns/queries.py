"""Reading campaigns as the public sees them at a moment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import cast
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.cache import cache
from django.db.models import QuerySet
from django.utils import timezone

from codora.campaigns.addresses import campaign_url
from codora.campaigns.models import Audience, Campaign, CampaignText, Edition
from codora.campaigns.phases import (
    Calendar,
    Period,
    Phase,
    boundaries,
    days_left,
    is_in_sight,
    next_boundary,
    phase_at,
    start_of_day,
)
from codora.core.languages import ENGLISH, reader_language, shown_language
from codora.core.page_cache.generations import read_generations
from codora.places.queries import country_name, country_zones

KEPT_S = 24 * 3600
ORDER = [Phase.LIVE, Phase.SOON, Phase.BEFORE, Phase.AFTER]


@dataclass(frozen=True)
class Row:
    """For whom days hold, in words (empty: for everybody), the days, and the phase there now."""

    who: str
    period: Period
    phase: Phase


@dataclass(frozen=True)
class Shown:
    """An edition at a moment."""

    edition: Edition
    calendar: Calendar
    moment: datetime

    @property
    def phase(self) -> Phase:
        return phase_at(self.calendar, self.moment)

    @property
    def period(self) -> Period:
        return self.calendar.general

    @property
    def is_in_sight(self) -> bool:
        return is_in_sight(self.calendar, self.moment)

    @property
    def is_open(self) -> bool:
        """Whether it is not over yet for somebody."""
        return any(row.phase is not Phase.AFTER for row in self.rows)

    @property
    def days(self) -> int:
        return days_left(self.period, self.phase, self._today)

    @property
    def minutes(self) -> int:
        """How much of the time of preparing, or of the campaign, is over, as minutes of an hour."""
        soon, live, after = self.period.turns(ZoneInfo(self.calendar.zone))
        begin, end = (soon, live) if self.moment < live else (live, after)
        share = (self.moment - begin) / (end - begin) if end > begin else 1
        return int(60 * min(1, max(0, share)))

    @property
    def rows(self) -> list[Row]:
        """All days of the edition, first those for everybody."""
        return [
            Row(_who(each), each, phase_at(self.calendar, self.moment, each.country, each.audience))
            for each in (self.calendar.general, *self.calendar.special)
        ]

    @property
    def _today(self) -> date:
        return self.moment.astimezone(ZoneInfo(self.calendar.zone)).date()


@dataclass(frozen=True)
class CampaignCard:
    """A campaign in the reader's language or in English; `languages` are all that it has, with their review.

    `shown` is the edition under way, or else the next, or else the last; None where there is none.
    """

    campaign: Campaign
    text: CampaignText
    languages: Mapping[str, str]
    shown: Shown | None

    @property
    def url(self) -> str:
        return campaign_url(self.campaign.slug)


@dataclass(frozen=True)
class Stock:
    """Campaigns with what a Board needs, and every moment at which one of them changes."""

    campaigns: Sequence[Campaign]
    zones: Mapping[str, str]
    turns: Sequence[datetime]


class Board:
    """Campaigns at a moment."""

    def __init__(self, stock: Stock, moment: datetime) -> None:
        self._stock = stock
        self._moment = moment

    @cached_property
    def cards(self) -> list[CampaignCard]:
        """What goes on or comes next stands first; what is over, then what has no days, last."""
        return sorted(map(self._card_of, self._stock.campaigns), key=_place)

    @property
    def in_sight(self) -> list[CampaignCard]:
        """Those of which the home page speaks."""
        return [card for card in self.cards if card.shown and card.shown.is_in_sight]

    @property
    def right_until(self) -> datetime:
        """How long all this stays right: till a phase changes for anybody, or a day is over."""
        tomorrow = start_of_day(
            timezone.localdate(self._moment) + timedelta(days=1), ZoneInfo(settings.TIME_ZONE)
        )
        boundary = next_boundary(self._stock.turns, self._moment)
        return min(tomorrow, boundary) if boundary else tomorrow

    def card(self, slug: str) -> CampaignCard | None:
        return next((card for card in self.cards if card.campaign.slug == slug), None)

    def _card_of(self, campaign: Campaign) -> CampaignCard:
        texts = {text.language: text for text in campaign.texts.all()}
        return CampaignCard(
            campaign=campaign,
            text=texts.get(reader_language()) or texts[ENGLISH],
            languages={language: text.review for language, text in texts.items()},
            shown=self._shown(campaign),
        )

    def _shown(self, campaign: Campaign) -> Shown | None:
        editions = [
            Shown(each, each.calendar(self._stock.zones), self._moment) for each in campaign.editions.all()
        ]
        current = (each for each in editions if each.phase is not Phase.AFTER or each.is_in_sight)
        return next(current, editions[-1] if editions else None)


def public_board(moment: datetime) -> Board:
    """Of all that the public sees. One query, as long as nothing has changed since the last time."""
    now = read_generations()
    key = f"public-campaigns-{now.get('campaigns', 0)}-{now.get('places', 0)}"
    return Board(cast(Stock, cache.get_or_set(key, lambda: stock_of(published_campaigns()), KEPT_S)), moment)


def stock_of(campaigns: Iterable[Campaign]) -> Stock:
    found, zones = list(campaigns), country_zones()
    calendars = [edition.calendar(zones) for campaign in found for edition in campaign.editions.all()]
    return Stock(found, zones, boundaries(calendars))


def published_campaigns() -> QuerySet[Campaign]:
    """Those that the public sees, with what a Board needs."""
    return all_campaigns().filter(is_published=True)


def all_campaigns() -> QuerySet[Campaign]:
    """Without those that have no English words yet."""
    campaigns: QuerySet[Campaign] = Campaign.objects.filter(texts__language=ENGLISH)
    return campaigns.prefetch_related("texts", "editions__special_periods")


def _place(card: CampaignCard) -> tuple[int, int]:
    order = ORDER.index(card.shown.phase) if card.shown else len(ORDER)
    return order, card.campaign.position


def _who(period: Period) -> str:
    country = country_name(period.country, shown_language()) if period.country else ""
    audience = str(Audience(period.audience).label) if period.audience else ""
    return ", ".join(part for part in (country, audience) if part)
