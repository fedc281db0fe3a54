"""Keeping the index: everything at once, or one page."""

from collections.abc import Iterable, Iterator

from django.db import transaction
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from codora.campaigns.models import Campaign
from codora.campaigns.queries import published_campaigns
from codora.core.languages import ENGLISH
from codora.curriculum.models import Activity
from codora.curriculum.queries import texts_of
from codora.pages.models import TranslatedPage
from codora.partners.models import Partner
from codora.partners.queries.directory import listed_partners
from codora.search.documents import forget_documents, write_document
from codora.search.models import SearchEntry
from codora.search.page_text import kind_of, text_of
from codora.search.pledge_entries import (
    all_pledge_entries,
    coalition_item,
    entries_of_coalition,
    entries_of_pledge,
    pledge_item,
)


@transaction.atomic
def rebuild_index() -> int:
    """Indexes all that the public sees, and forgets the rest; how many entries there are then."""
    entries = [*_activities(), *_campaigns(), *_partners(), *all_pledge_entries(), *_pages()]
    kept = {_store(entry).pk for entry in entries}
    _forget(SearchEntry.objects.exclude(pk__in=kept).values_list("pk", flat=True))
    return len(kept)


@transaction.atomic
def index_page(page: Page) -> None:
    """After a change: the page is found if the public sees it, and not if it does not."""
    entry = _page_entry(page.specific)
    if entry:
        _store(entry)
    else:
        forget_page(page)


@transaction.atomic
def forget_page(page: Page) -> None:
    found = SearchEntry.objects.filter(item=_item(page), language=page.locale.language_code)
    _forget(found.values_list("pk", flat=True))


@transaction.atomic
def index_campaign(key: int) -> None:
    """After a change of the campaign with this primary key, or after it was deleted."""
    found = published_campaigns().filter(pk=key).first()
    _replace(_campaign_item(key), _campaign_entries(found) if found else [])


def _activities() -> Iterator[SearchEntry]:
    for activity in Activity.objects.prefetch_related("texts"):
        for text in activity.texts.all():
            words = texts_of(activity, text.language)
            towns = [words[key] for key in words.english if key.endswith(".title")]
            yield SearchEntry(
                item=f"activity:{activity.slug}",
                language=text.language,
                kind=SearchEntry.Kind.ACTIVITY,
                title=words["title"],
                text=" ".join([words["lead"], words["make"], *towns]),
                path=f"/learn/{activity.slug}/",
            )


def _campaigns() -> Iterator[SearchEntry]:
    for campaign in published_campaigns():
        yield from _campaign_entries(campaign)


def _campaign_entries(campaign: Campaign) -> Iterator[SearchEntry]:
    for text in campaign.texts.all():
        parts = [text.lead, *map(get_text_for_indexing, (text.about, text.for_whom, text.take_part))]
        yield SearchEntry(
            item=_campaign_item(campaign.pk),
            language=text.language,
            kind=SearchEntry.Kind.CAMPAIGN,
            title=text.name,
            text=" ".join([*parts, campaign.hashtag]).strip(),
            path=f"/campaigns/{campaign.slug}/",
        )


@transaction.atomic
def index_partner(key: int) -> None:
    """After a change of the partner with this primary key, or after it was deleted."""
    found = listed_partners().filter(pk=key).first()
    _replace(_partner_item(key), _partner_entries(found) if found else [])


@transaction.atomic
def index_pledge(key: int) -> None:
    """After a change of the pledge with this primary key, or after it was deleted."""
    _replace(pledge_item(key), entries_of_pledge(key))


@transaction.atomic
def index_coalition(key: int) -> None:
    _replace(coalition_item(key), entries_of_coalition(key))


def _partners() -> Iterator[SearchEntry]:
    for partner in listed_partners().iterator(chunk_size=500):
        yield from _partner_entries(partner)


def _partner_entries(partner: Partner) -> Iterator[SearchEntry]:
    """In each language in which it has words, and in English, so that everybody finds its name."""
    texts = {text.language: f"{text.does} {text.about}".strip() for text in partner.texts.all()}
    for language, text in ({ENGLISH: next(iter(texts.values()), "")} | texts).items():
        yield SearchEntry(
            item=_partner_item(partner.pk),
            language=language,
            kind=SearchEntry.Kind.PARTNER,
            title=partner.name,
            text=text,
            path=f"/partners/{partner.slug}/",
        )


def _pages() -> Iterator[SearchEntry]:
    for page in Page.objects.live().public().filter(depth__gt=1).select_related("locale").specific():
        if entry := _page_entry(page):
            yield entry


def _page_entry(page: Page) -> SearchEntry | None:
    if (
        not isinstance(page, TranslatedPage)
        or not page.live
        or page.alias_of_id
        or page.get_view_restrictions()
    ):
        return None
    url = page.get_url_parts()
    if url is None:
        return None
    language = page.locale.language_code
    return SearchEntry(
        item=_item(page),
        language=language,
        kind=kind_of(page),
        title=page.title,
        text=text_of(page),
        path=url[2].removeprefix(f"/{language}"),
    )


def _campaign_item(key: int) -> str:
    return f"campaign:{key}"


def _partner_item(key: int) -> str:
    return f"partner:{key}"


def _item(page: Page) -> str:
    return f"page:{page.translation_key}"


def _replace(item: str, entries: Iterable[SearchEntry]) -> None:
    """The item has these entries, and no others."""
    kept = [_store(entry).pk for entry in entries]
    old = SearchEntry.objects.filter(item=item).exclude(pk__in=kept)
    _forget(old.values_list("pk", flat=True))


def _store(entry: SearchEntry) -> SearchEntry:
    names = ("kind", "title", "text", "path")
    stored, _ = SearchEntry.objects.update_or_create(
        item=entry.item, language=entry.language, defaults={name: getattr(entry, name) for name in names}
    )
    write_document(stored)
    return stored


def _forget(keys: Iterable[int]) -> None:
    gone = list(keys)
    forget_documents(gone)
    SearchEntry.objects.filter(pk__in=gone).delete()
