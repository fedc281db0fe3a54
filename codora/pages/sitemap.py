"""What search engines are told of: public pages, activities, campaigns, partners, pledges; all languages."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from wagtail.models import Page

from codora.campaigns.pledges.queries import public_pledges, published_coalitions
from codora.campaigns.queries import published_campaigns
from codora.core.languages import ENGLISH, interface_languages
from codora.curriculum.models import Activity
from codora.pages.models import LinkPage
from codora.partners.models import Partner


@dataclass(frozen=True)
class Address:
    """`languages`: absolute address of each translation by language, English first."""

    languages: dict[str, str]
    changed: datetime | None = None


def addresses() -> Iterator[Address]:
    yield from _pages()
    yield from _activities()
    yield from _campaigns()
    yield from _partners()
    yield from _pledges()


def addresses_in(language: str) -> list[Address]:
    return [address for address in addresses() if language in address.languages]


def languages_with_addresses() -> list[str]:
    """Languages of the site in which at least one page exists."""
    known = {language for address in addresses() for language in address.languages}
    return [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES if code in known]


def _pages() -> Iterator[Address]:
    links = LinkPage.objects.values("pk")
    pages = Page.objects.live().public().filter(depth__gt=1, alias_of=None).exclude(pk__in=links)
    found: dict[Any, dict[str, Any]] = defaultdict(dict)
    rows = pages.order_by("path").values_list(
        "translation_key", "locale__language_code", "url_path", "last_published_at"
    )
    for key, language, url_path, published in rows:
        found[key][language] = (f"/{language}/{url_path.split('/', 2)[2]}", published)
    for translations in found.values():
        changed = max((published for _, published in translations.values() if published), default=None)
        yield Address(_absolute({code: path for code, (path, _) in translations.items()}), changed)


def _activities() -> Iterator[Address]:
    for activity in Activity.objects.prefetch_related("texts"):
        complete = [text.language for text in activity.texts.all() if text.is_complete]
        yield Address(_absolute({code: f"/{code}/learn/{activity.slug}/" for code in complete}))


def _campaigns() -> Iterator[Address]:
    for campaign in published_campaigns():
        codes = [text.language for text in campaign.texts.all()]
        yield Address(_absolute({code: f"/{code}/campaigns/{campaign.slug}/" for code in codes}))


def _partners() -> Iterator[Address]:
    for slug, changed in Partner.objects.filter(live=True).values_list("slug", "last_published_at"):
        paths = {code: f"/{code}/partners/{slug}/" for code in interface_languages()}
        yield Address(_absolute(paths), changed)


def _pledges() -> Iterator[Address]:
    addresses = [f"coalitions/{slug}" for slug in published_coalitions().values_list("slug", flat=True)]
    addresses += [str(pk) for pk in public_pledges().values_list("pk", flat=True)]
    for address in addresses:
        yield Address(_absolute({code: f"/{code}/pledges/{address}/" for code in interface_languages()}))


def _absolute(paths: dict[str, str]) -> dict[str, str]:
    codes = sorted(paths, key=lambda code: (code != ENGLISH, code))
    return {code: f"{settings.BASE_URL}{paths[code]}" for code in codes}
