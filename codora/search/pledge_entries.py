"""What of pledges and coalitions can be found."""

from collections.abc import Iterator

from codora.campaigns.pledges.models import Coalition, Pledge
from codora.campaigns.pledges.queries import public_pledges, published_coalitions
from codora.core.languages import ENGLISH
from codora.search.models import SearchEntry


def pledge_item(key: int) -> str:
    return f"pledge:{key}"


def coalition_item(key: int) -> str:
    return f"coalition:{key}"


def entries_of_pledge(key: int) -> Iterator[SearchEntry]:
    """Nothing if the public does not see it."""
    for pledge in public_pledges().filter(pk=key):
        yield from _of_pledge(pledge)


def entries_of_coalition(key: int) -> Iterator[SearchEntry]:
    for coalition in published_coalitions().filter(pk=key):
        yield from _of_coalition(coalition)


def all_pledge_entries() -> Iterator[SearchEntry]:
    for pledge in public_pledges():
        yield from _of_pledge(pledge)
    for coalition in published_coalitions():
        yield from _of_coalition(coalition)


def _of_pledge(pledge: Pledge) -> Iterator[SearchEntry]:
    """In its language, and in English, so that everybody finds it by its partner's name."""
    for language in sorted({ENGLISH, pledge.language}):
        yield SearchEntry(
            item=pledge_item(pledge.pk),
            language=language,
            kind=SearchEntry.Kind.PLEDGE,
            title=pledge.title,
            text=f"{pledge.partner.name} {pledge.text}",
            path=f"/pledges/{pledge.pk}/",
        )


def _of_coalition(coalition: Coalition) -> Iterator[SearchEntry]:
    texts = {text.language: f"{text.lead} {text.about}".strip() for text in coalition.texts.all()}
    for language, text in ({ENGLISH: next(iter(texts.values()), "")} | texts).items():
        yield SearchEntry(
            item=coalition_item(coalition.pk),
            language=language,
            kind=SearchEntry.Kind.COALITION,
            title=coalition.name,
            text=text,
            path=f"/pledges/coalitions/{coalition.slug}/",
        )
