"""Tells the page cache of every change that the public sees."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from codora.core.page_cache.generations import bump

AREA = "campaigns"


def connect() -> None:
    from codora.campaigns.models import Campaign, CampaignText, Edition, SpecialPeriod, Target

    for model in (Campaign, CampaignText, Edition, SpecialPeriod, Target):
        post_save.connect(_bump, sender=model)
        post_delete.connect(_bump, sender=model)


def _bump(**_: Any) -> None:
    bump(AREA)
