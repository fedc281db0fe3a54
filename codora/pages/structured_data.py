"""What pages say of themselves in schema.org's words."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from wagtail.blocks import StreamValue

from codora.campaigns.pledges.addresses import coalition_url, pledge_url
from codora.campaigns.pledges.models import Coalition, Standing
from codora.campaigns.queries import CampaignCard, Shown
from codora.core.languages import ENGLISH, switch_language
from codora.insights.pledges import PledgeProgress


def faq_data(groups: StreamValue, language: str) -> dict[str, Any]:
    """schema.org/FAQPage of all questions of a FaqPage."""
    questions = [question for group in groups for question in group.value["questions"]]
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": language,
        "mainEntity": [
            {
                "@type": "Question",
                "name": question["question"],
                "acceptedAnswer": {"@type": "Answer", "text": question["answer"].source},
            }
            for question in questions
        ],
    }


def campaign_data(card: CampaignCard, shown: Shown) -> dict[str, Any]:
    """schema.org/Event of a campaign's edition, in the language of the card's text."""
    url = f"{settings.BASE_URL}{switch_language(card.url, card.text.language)}"
    site = {
        "@type": "Organization",
        "name": settings.WAGTAIL_SITE_NAME,
        "url": f"{settings.BASE_URL}/{ENGLISH}/",
    }
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": f"{card.text.name} {shown.edition.year}",
        "description": card.text.lead,
        "url": url,
        "startDate": _start_of(shown),
        "endDate": shown.period.last_day.isoformat(),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            {"@type": "VirtualLocation", "url": url},
            {"@type": "Place", "name": "Europe", "address": "Europe"},
        ],
        "isAccessibleForFree": True,
        "inLanguage": sorted(card.languages),
        **({"sameAs": card.campaign.website} if card.campaign.website else {"organizer": site}),
    }


def _start_of(shown: Shown) -> str:
    """The day, or the moment if it opens during the day."""
    period, zone = shown.period, ZoneInfo(shown.calendar.zone)
    if not period.opens_during_the_day:
        return period.first_day.isoformat()
    return datetime.combine(period.first_day, period.opens, zone).isoformat()


def pledge_data(found: PledgeProgress) -> dict[str, Any]:
    """schema.org/Action of a partner: under way, or done."""
    pledge = found.pledge
    is_met = found.standing == Standing.MET
    countries = [{"@type": "Country", "name": country.pk} for country in pledge.countries.all()]
    return {
        "@context": "https://schema.org",
        "@type": "Action",
        "name": pledge.title,
        "description": pledge.text,
        "inLanguage": pledge.language,
        "url": f"{settings.BASE_URL}{pledge_url(pledge.pk)}",
        "agent": {"@type": "Organization", "name": pledge.partner.name},
        "actionStatus": f"https://schema.org/{'Completed' if is_met else 'Active'}ActionStatus",
        "endTime": max(each.target.by for each in found.targets).isoformat(),
        "location": countries or [{"@type": "Place", "name": "Europe"}],
    }


def coalition_data(coalition: Coalition, description: str) -> dict[str, Any]:
    """schema.org/Organization with its members."""
    return {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": coalition.name,
        "description": description,
        "areaServed": coalition.country_id,
        "url": coalition.website or f"{settings.BASE_URL}{coalition_url(coalition.slug)}",
        "member": [
            {"@type": "Organization", "name": member.name} for member in coalition.members.filter(live=True)
        ],
    }
