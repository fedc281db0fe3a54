"""Tells the page cache of every change that the public sees."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from codora.core.page_cache.generations import bump

AREA = "campaigns"


def connect() -> None:
    from codora.campaigns.models import Campaign, CampaignText, Edition, SpecialPeriod, Target
    from codora.campaigns.pledges.models import Coalition, CoalitionText, Pledge, ProgressReport

    for model in (Campaign, CampaignText, Edition, SpecialPeriod, Target, Coalition, CoalitionText):
        post_save.connect(_bump, sender=model)
        post_delete.connect(_bump, sender=model)
    for reviewed in (Pledge, ProgressReport):
        post_save.connect(_bump_if_accepted, sender=reviewed)
        post_delete.connect(_bump_if_accepted, sender=reviewed)


def _bump(**_: Any) -> None:
    bump(AREA)


def _bump_if_accepted(instance: Any, **_: Any) -> None:
    """What staff have not accepted nobody sees, so that a draft makes no page old."""
    if instance.state == "accepted":
        bump(AREA)
