"""Reading activities."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from codora.core.languages import ENGLISH
from codora.core.review import Review
from codora.curriculum.models import Activity, Level


@dataclass(frozen=True)
class Texts:
    """An activity's texts for a reader: the translation, and English for what it lacks."""

    language: str
    translated: Mapping[str, str]
    english: Mapping[str, str]
    review: str = Review.NATIVE
    is_complete: bool = True

    def __getitem__(self, key: str) -> str:
        return self.translated.get(key) or self.english.get(key, "")

    def is_translated(self, key: str) -> bool:
        return bool(self.translated.get(key))

    @property
    def shown_language(self) -> str:
        """The language of what a whole page of these texts is in."""
        return self.language if self.is_complete else ENGLISH


def activities_matching(
    *, ages: tuple[int, int] | None = None, minutes: int | None = None, language: str = "", device: str = ""
) -> QuerySet[Activity]:
    """Activities for someone of these ages, with so many minutes, in this language, on this device."""
    found = Activity.objects.all()
    if ages:
        found = found.filter(age_from__lte=ages[1], age_to__gte=ages[0])
    if minutes:
        found = found.filter(minutes__lte=minutes)
    if language:
        found = found.filter(texts__language=language, texts__is_complete=True)
    if device:
        found = found.filter(**{f"on_{device}": True})
    return found


def with_words(activities: QuerySet[Activity]) -> QuerySet[Activity]:
    """With texts and levels fetched, so that the functions below ask the database nothing."""
    levels = Level.objects.select_related("town")
    return activities.prefetch_related("texts", Prefetch("levels", queryset=levels))


def texts_of(activity: Activity, language: str) -> Texts:
    by_language = {text.language: text for text in activity.texts.all()}
    english = by_language[ENGLISH]
    own = by_language.get(language)
    if own is None:
        return Texts(language, {}, english.texts, is_complete=language == ENGLISH)
    return Texts(language, own.texts, english.texts, own.review, own.is_complete)


def languages_of(activity: Activity) -> dict[str, str]:
    """The languages in which every text of the activity exists, each with its review: draft or native."""
    return {text.language: text.review for text in activity.texts.all() if text.is_complete}


def text_for(level: Level, texts: Texts) -> tuple[dict[str, str], list[str]]:
    """A level's own texts by key, and the keys of those that the translation lacks, which are in English."""
    prefix = f"{level.slug}."
    keys = [key for key in texts.english if key.startswith(prefix)]
    words = {key.removeprefix(prefix): texts[key] for key in keys}
    return words, [key.removeprefix(prefix) for key in keys if not texts.is_translated(key)]
