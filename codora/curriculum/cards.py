"""What templates show of an activity, in the reader's language."""

from dataclasses import dataclass

from django.urls import reverse

from codora.core.languages import reader_language
from codora.curriculum.addresses import level_url
from codora.curriculum.models import Activity, Level
from codora.curriculum.queries import Texts, languages_of, texts_of, with_words
from codora.places.projection import point_on_europe
from codora.places.queries import country_name


@dataclass(frozen=True)
class ActivityCard:
    """An activity with its words. Its `texts` are keyed: `card.texts.title`, `card.texts.make`."""

    activity: Activity
    texts: Texts
    languages: dict[str, str]

    @property
    def url(self) -> str:
        return reverse("curriculum:activity_show", args=[self.activity.slug])

    @property
    def start_url(self) -> str:
        return level_url(self.activity.slug, self.activity.levels.all()[0].slug)


def card_of(activity: Activity) -> ActivityCard:
    return ActivityCard(activity, texts_of(activity, reader_language()), languages_of(activity))


def featured_card() -> ActivityCard | None:
    """The first of the catalogue: what the start button of the home page begins."""
    activity = with_words(Activity.objects.all()).first()
    return card_of(activity) if activity else None


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


def stops_of(card: ActivityCard) -> list[Stop]:
    language = card.texts.shown_language
    return [_stop(level, card, language) for level in card.activity.levels.all()]


def _stop(level: Level, card: ActivityCard, language: str) -> Stop:
    x, y = point_on_europe(level.town.latitude, level.town.longitude)
    return Stop(
        level=level,
        title=card.texts[f"{level.slug}.title"],
        town=level.town.name_in(language),
        country=country_name(level.town.country_id, language),
        concepts=level.new_concepts,
        url=level_url(card.activity.slug, level.slug),
        x=x,
        y=y,
    )
