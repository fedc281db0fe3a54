"""Tells the page cache of changes, and representatives of what is public now."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.signals import published

from codora.core.page_cache.generations import bump
from codora.partners.actions.directory import tell_of_publication
from codora.partners.models import Partner, PartnerText

AREA = "partners"


def connect() -> None:
    for model in (Partner, PartnerText):
        post_save.connect(_bump, sender=model)
        post_delete.connect(_bump, sender=model)
    published.connect(_tell, sender=Partner)


def _bump(update_fields: Any = None, **_: Any) -> None:
    if update_fields is None:  # else a draft was noted, which nobody sees
        bump(AREA)


def _tell(instance: Partner, **_: Any) -> None:
    tell_of_publication(partner=instance)
