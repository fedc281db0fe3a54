"""Pledges in templates."""

from django import template

from codora.campaigns.models import Campaign, CampaignText
from codora.campaigns.pledges.wording import where
from codora.campaigns.wording import text_in
from codora.core.languages import reader_language

register = template.Library()
register.filter("where", where)


@register.filter
def campaign_text(campaign: Campaign) -> CampaignText:
    """Its words for the reader."""
    return text_in(campaign, reader_language())
