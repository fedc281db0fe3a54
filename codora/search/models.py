"""The index: an entry for each page, activity, campaign and partner in each language.

Beside it stands what each database searches by itself: an FTS5 table on SQLite, a column of type tsvector on
PostgreSQL. Both hold folded words (core/folding.py) and are written by documents.py alone.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import pgettext_lazy


class SearchEntry(models.Model):
    class Kind(models.TextChoices):
        # Translators: what a search result is
        ACTIVITY = "activity", pgettext_lazy("search result", "Activity")
        # Translators: what a search result is
        CAMPAIGN = "campaign", pgettext_lazy("search result", "Campaign")
        # Translators: what a search result is: an organisation that takes part
        PARTNER = "partner", pgettext_lazy("search result", "Partner")
        # Translators: what a search result is: what a partner promises
        PLEDGE = "pledge", pgettext_lazy("search result", "Pledge")
        # Translators: what a search result is: partners of a country who pledge together
        COALITION = "coalition", pgettext_lazy("search result", "Coalition")
        # Translators: what a search result is
        PAGE = "page", pgettext_lazy("search result", "Page")
        # Translators: what a search result is
        NEWS = "news", pgettext_lazy("search result", "News")

    item = models.CharField(max_length=60, help_text="the same in every language, such as activity:walk")
    language = models.CharField(max_length=10)
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=255)
    text = models.TextField()
    path = models.CharField(max_length=255, help_text="address without the language: /learn/walk/")

    class Meta:
        verbose_name_plural = "search entries"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "language"], name="one_search_entry_an_item_and_language")
        ]

    def __str__(self) -> str:
        return f"{self.item} in {self.language}"
