"""Keeps the index in step with what editors do."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from codora.campaigns.models import Campaign, CampaignText
from codora.campaigns.pledges.models import Coalition, CoalitionText, Pledge, State
from codora.partners.models import Partner
from codora.search.actions import (
    forget_page,
    index_campaign,
    index_coalition,
    index_page,
    index_partner,
    index_pledge,
)


def connect() -> None:
    page_published.connect(_index)
    page_unpublished.connect(_index)
    post_page_move.connect(_index_below)
    pre_delete.connect(_forget)
    for done in (post_save, post_delete):
        done.connect(_index_campaign, sender=Campaign)
        done.connect(_index_campaign_of_text, sender=CampaignText)
        done.connect(_index_partner, sender=Partner)
        done.connect(_index_pledge, sender=Pledge)
        done.connect(_index_coalition, sender=Coalition)
        done.connect(_index_coalition_of_text, sender=CoalitionText)


def _index_campaign(instance: Campaign, **_: Any) -> None:
    key = instance.pk  # Django takes it off a deleted one
    transaction.on_commit(lambda: index_campaign(key))


def _index_campaign_of_text(instance: CampaignText, **_: Any) -> None:
    transaction.on_commit(lambda: index_campaign(instance.campaign_id))


def _index_partner(instance: Partner, update_fields: Any = None, **_: Any) -> None:
    """Its texts are written before it is published, or deleted with it. It may show or hide its pledges."""
    if update_fields is not None:
        return  # a draft was noted, which nobody sees
    key = instance.pk
    transaction.on_commit(lambda: index_partner(key))
    for pledge in Pledge.objects.filter(partner=key, state=State.ACCEPTED).values_list("pk", flat=True):
        transaction.on_commit(partial(index_pledge, pledge))


def _index_pledge(instance: Pledge, **_: Any) -> None:
    transaction.on_commit(partial(index_pledge, instance.pk))


def _index_coalition(instance: Coalition, **_: Any) -> None:
    transaction.on_commit(partial(index_coalition, instance.pk))


def _index_coalition_of_text(instance: CoalitionText, **_: Any) -> None:
    transaction.on_commit(partial(index_coalition, instance.coalition_id))


def _index(instance: Page, **_: Any) -> None:
    transaction.on_commit(lambda: _index_if_it_is_there(instance.pk))


def _index_if_it_is_there(key: int) -> None:
    """A page that is deleted is unpublished first: by now it is gone."""
    if page := Page.objects.filter(pk=key).first():
        index_page(page)


def _index_below(instance: Page, **_: Any) -> None:
    for page in Page.objects.descendant_of(instance, inclusive=True):
        _index(page)


def _forget(instance: Any, **_: Any) -> None:
    if isinstance(instance, Page):
        forget_page(instance)
