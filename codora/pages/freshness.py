"""Tells the page cache of everything that editors do and the public sees."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from codora.core.page_cache.generations import bump

AREA = "pages"


def connect() -> None:
    for done in (page_published, page_unpublished, page_slug_changed, post_page_move):
        done.connect(_bump)
    post_delete.connect(_bump_for_page)
    for model in (Redirect, Site, Locale, PageViewRestriction, get_image_model(), get_document_model()):
        post_save.connect(_bump, sender=model)
        post_delete.connect(_bump, sender=model)


def _bump(**_: Any) -> None:
    bump(AREA)


def _bump_for_page(instance: Any, **_: Any) -> None:
    if isinstance(instance, Page):
        bump(AREA)
