"""Campaigns and hosted hours in words."""

from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from codora.campaigns.models import Campaign, CampaignText, HostedHour
from codora.core.languages import ENGLISH, babel_locale, has_interface


def text_in(campaign: Campaign, language: str) -> CampaignText:
    """The campaign's words in this language, or in English."""
    texts: dict[str, CampaignText] = {text.language: text for text in campaign.texts.all()}
    return texts.get(language) or texts[ENGLISH]


def local_time(hour: HostedHour, language: str) -> str:
    """Day and time where the hour takes place, as this language writes them (English stands in)."""
    locale = babel_locale(language if has_interface(language) else ENGLISH)
    begin = hour.starts_at.astimezone(ZoneInfo(hour.country.zone))
    time = format_time(begin, "short", tzinfo=begin.tzinfo, locale=locale)
    return f"{format_date(begin, 'full', locale=locale)}, {time}"
