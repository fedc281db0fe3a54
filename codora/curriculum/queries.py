"""Reading activities, their levels and their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, Prefetch, QuerySet
from django.urls import reverse

from codora.core.languages import ENGLISH, reader_language
from codora.core.review import Review
from codora.curriculum.addresses import level_url
from codora.curriculum.models import Activity, Level
from codora.places.projection import point_on_europe
from codora.places.queries import country_name


@dataclass(frozen=True)
class Texts:
    """An activity's texts in a language, and English for what the translation lacks.

    Templates read them by key: `texts.title`.
    """

    language: str
    translated: Mapping[str, str]
    english: Mapping[str, str]
    review: str

    def __getitem__(self, key: str) -> str:
        return self.translated.get(key) or self.english[key]

    def is_translated(self, key: str) -> bool:
        return bool(self.translated.get(key))


@dataclass(frozen=True)
class ActivityCard:
    """An activity with its words; `languages` are those that have all of them, each with its review."""

    activity: Activity
    texts: Texts
    languages: Mapping[str, str]

    @property
    def url(self) -> str:
        return reverse("curriculum:activity_show", args=[self.activity.slug])

    @property
    def start_url(self) -> str:
        return level_url(self.activity.slug, self.activity.levels.all()[0].slug)

    @property
    def art(self) -> str:
        """Name of its drawing in assets/art."""
        return f"card-{self.activity.slug}"


@dataclass(frozen=True)
class Stop:
    """A level as a stop on the trail; `x` and `y` are units of the picture assets/art/scene-europe.svg."""

    level: Level
    title: str
    town: str
    country: str
    concepts: list[str]
    url: str
    x: int
    y: int


def activities_matching(
    *, ages: tuple[int, int] | None = None, minutes: int | None = None, language: str = "", device: str = ""
) -> QuerySet[Activity]:
    """Activities for someone of these ages, with so many minutes, in this language, on this device.

    With texts and levels fetched, so that the functions below ask the database nothing; of the definition of
    a level only the concepts that it adds.
    """
    stops = Level.objects.select_related("town").defer("definition")
    levels = Prefetch("levels", queryset=stops.annotate(new_concepts=F("definition__concepts__new")))
    found = Activity.objects.prefetch_related("texts", levels)
    if ages:
        found = found.filter(age_from__lte=ages[1], age_to__gte=ages[0])
    if minutes:
        found = found.filter(minutes__lte=minutes)
    if language:
        found = found.filter(texts__language=language, texts__is_complete=True)
    if device:
        found = found.filter(**{f"on_{device}": True})
    return found


def featured_activity() -> ActivityCard | None:
    """The one behind the start button of the home page."""
    activity = activities_matching().filter(is_featured=True).first()
    return card_of(activity) if activity else None


def activity_choices() -> list[tuple[str, str]]:
    """(slug, English title) of every activity."""
    return [
        (activity.slug, texts_of(activity, ENGLISH)["title"])
        for activity in Activity.objects.prefetch_related("texts")
    ]


def cards_of(slugs: Sequence[str]) -> list[ActivityCard]:
    """The activities of these slugs, in this order, without those that do not exist."""
    found = {activity.slug: activity for activity in activities_matching().filter(slug__in=slugs)}
    return [card_of(found[slug]) for slug in slugs if slug in found]


def texts_of(activity: Activity, language: str) -> Texts:
    by_language = {text.language: text for text in activity.texts.all()}
    english = by_language[ENGLISH].texts
    own = by_language.get(language)
    return (
        Texts(language, own.texts, english, own.review) if own else Texts(language, {}, english, Review.DRAFT)
    )


def card_of(activity: Activity) -> ActivityCard:
    """The activity in the reader's language, or all in English as long as a text is missing."""
    languages = {text.language: text.review for text in activity.texts.all() if text.is_complete}
    language = reader_language() if reader_language() in languages else ENGLISH
    return ActivityCard(activity, texts_of(activity, language), languages)


def stops_of(card: ActivityCard) -> list[Stop]:
    return [_stop(level, card) for level in card.activity.levels.all()]


def _stop(level: Level, card: ActivityCard) -> Stop:
    language = card.texts.language
    x, y = point_on_europe(level.town.latitude, level.town.longitude)
    return Stop(
        level=level,
        title=card.texts[f"{level.slug}.title"],
        town=level.town.name_in(language),
        country=country_name(level.town.country_id, language),
        concepts=level.new_concepts,  # type: ignore[attr-defined]
        url=level_url(card.activity.slug, level.slug),
        x=x,
        y=y,
    )


def text_for(level: Level, texts: Texts) -> tuple[dict[str, str], list[str]]:
    """A level's own texts by key, and the keys of those that the translation lacks, which are in English."""
    prefix = f"{level.slug}."
    keys = [key for key in texts.english if key.startswith(prefix)]
    words = {key.removeprefix(prefix): texts[key] for key in keys}
    return words, [key.removeprefix(prefix) for key in keys if not texts.is_translated(key)]
