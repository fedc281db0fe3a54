"""A site of many pages, filled as no editor could: rows are written as they are, without revisions.

Run inside the site: `manage.py shell -c "from bench.many_pages import fill; fill(['de'], 10_000)"`.
"""

from __future__ import annotations

import json
import random
import uuid
from collections.abc import Iterator, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page

from codora.core.languages import ENGLISH
from codora.pages.models import ArticlePage, HomePage
from codora.search.actions import rebuild_index

WORDS = 4_000
"""Of a made-up language, the frequent ones far more often than the rare ones."""
SECTIONS, WORDS_A_SECTION = 4, 60
seed = random.Random(2026)
SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in "aeiou"]
VOCABULARY = ["".join(seed.choices(SYLLABLES, k=seed.randint(2, 4))) for _ in range(WORDS)]
WEIGHTS = [1 / (rank + 2) for rank in range(WORDS)]


@transaction.atomic
def fill(languages: Sequence[str], pages_each: int) -> None:
    """Adds articles under the home page of each language, made where it is missing, and indexes them."""
    english = HomePage.objects.get(locale__language_code=ENGLISH)
    for language in languages:
        locale = Locale.objects.get(language_code=language)
        home = english.get_translation_or_none(locale)
        if home is None:
            home = english.copy_for_translation(locale)
            home.save_revision().publish()
        _add_articles(HomePage.objects.get(pk=home.pk), pages_each)
    rebuild_index()


def _add_articles(home: HomePage, count: int) -> None:
    first = home.numchild + 1
    now = timezone.now()
    kind = ContentType.objects.get_for_model(ArticlePage)
    for number in range(first, first + count):
        title = " ".join(_text(5)).capitalize()
        page = ArticlePage(
            path=Page._get_path(home.path, home.depth + 1, number),
            depth=home.depth + 1,
            title=title,
            draft_title=title,
            slug=f"page-{number}",
            url_path=f"{home.url_path}page-{number}/",
            content_type=kind,
            locale=home.locale,
            translation_key=uuid.uuid5(uuid.NAMESPACE_URL, f"page-{number}"),
            live=True,
            first_published_at=now,
            last_published_at=now,
            lead=" ".join(_text(20)),
            body=json.dumps(list(_sections())),
        )
        page.save_base(raw=False, force_insert=True)
    HomePage.objects.filter(pk=home.pk).update(numchild=home.numchild + count)


def _text(count: int) -> list[str]:
    return seed.choices(VOCABULARY, WEIGHTS, k=count)


def _sections() -> Iterator[dict[str, object]]:
    for number in range(SECTIONS):
        text = f"<p>{' '.join(_text(WORDS_A_SECTION))}.</p>"
        value = {"heading": " ".join(_text(3)), "anchor": f"s{number}", "text": text}
        yield {"type": "section", "value": value, "id": str(uuid.UUID(int=seed.getrandbits(128)))}
