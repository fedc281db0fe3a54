"""Days and hours for people's own calendars (RFC 5545)."""

from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event

from codora.campaigns.addresses import campaign_url
from codora.campaigns.models import HostedHour
from codora.campaigns.queries import CampaignCard
from codora.campaigns.wording import text_in
from codora.core.languages import reader_language

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def dates_calendar(cards: Iterable[CampaignCard]) -> bytes:
    """The days of the editions that these cards show, each also for countries and audiences that differ."""
    return _calendar(event for card in cards for event in _periods(card))


def hour_calendar(hour: HostedHour) -> bytes:
    """One hosted hour, in the reader's language."""
    text = text_in(hour.edition.campaign, reader_language())
    event = _event(f"hour-{hour.pk}", text.name, text.lead, campaign_url(hour.edition.campaign.slug))
    event.add("dtstart", hour.starts_at)
    event.add("dtend", hour.starts_at + HOUR)
    event.add("location", hour.place)
    return _calendar([event])


def _periods(card: CampaignCard) -> Iterable[Event]:
    if card.shown is None:
        return
    for row in card.shown.rows:
        parts = (str(card.shown.edition.pk), row.period.country, row.period.audience)
        title = f"{card.text.name} ({row.who})" if row.who else card.text.name
        event = _event("-".join(filter(None, ("campaign", *parts))), title, card.text.lead, card.url)
        event.add("dtstart", row.period.first_day)
        event.add("dtend", row.period.last_day + DAY)
        event.add("transp", "TRANSPARENT")  # nobody is busy all those days
        yield event


def _event(key: str, title: str, description: str, path: str) -> Event:
    event = Event()
    event.add("uid", f"{key}@{urlsplit(settings.BASE_URL).hostname}")
    event.add("dtstamp", timezone.now())
    event.add("summary", title)
    event.add("description", description)
    event.add("url", f"{settings.BASE_URL}{path}")
    return event


def _calendar(events: Iterable[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.WAGTAIL_SITE_NAME}//campaigns//EN")
    calendar.add("version", "2.0")
    for event in events:
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
