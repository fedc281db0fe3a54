"""A hosted hour in words."""

from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from codora.campaigns.models import CampaignText, HostedHour
from codora.core.languages import ENGLISH, babel_locale, has_interface


def text_in(hour: HostedHour, language: str) -> CampaignText:
    texts: dict[str, CampaignText] = {text.language: text for text in hour.edition.campaign.texts.all()}
    return texts.get(language) or texts[ENGLISH]


def local_time(hour: HostedHour, language: str) -> str:
    """Day and time where the hour takes place, as this language writes them (English stands in)."""
    locale = babel_locale(language if has_interface(language) else ENGLISH)
    begin = hour.starts_at.astimezone(ZoneInfo(hour.country.zone))
    time = format_time(begin, "short", tzinfo=begin.tzinfo, locale=locale)
    return f"{format_date(begin, 'full', locale=locale)}, {time}"
