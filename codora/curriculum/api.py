"""Activities, for programs."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router
from pydantic import BaseModel, Field

from codora.core.api.schemas import Language, Page, PageQuestion, Question, Slug, absolute, page_of, url_of
from codora.curriculum.files import Concept, Device
from codora.curriculum.models import Activity
from codora.curriculum.queries import ActivityCard, activities_matching, card_of, stops_of

router = Router(tags=["Activities"])


class ActivityQuestion(PageQuestion):
    age: int | None = Field(None, ge=3, le=120, description="For somebody of this age, in years.")
    minutes: int | None = Field(None, ge=5, le=240, description="Takes so many minutes at most.")
    device: Device | None = Field(None, description="Can be done on this; paper: without any device.")
    available_in: Language | None = Field(
        None, description="All its words are there in this language (BCP 47), for learners."
    )


class ActivityOut(BaseModel):
    slug: str = Field(description="Its name in addresses; does not change.")
    url: str = Field(description="Its page.")
    start_url: str = Field(description="Where it begins.")
    language: str = Field(description="Language of title and lead; en where there is no translation yet.")
    review: str = Field(description="draft: no native speaker has read this translation yet; else native.")
    languages: list[str] = Field(description="Languages in which all its words are there (BCP 47).")
    title: str = Field(description="What it is called.")
    lead: str = Field(description="What it is, in a sentence or two.")
    age_from: int = Field(description="Youngest age that it is made for, in years.")
    age_to: int = Field(description="Oldest age that it is made for, in years.")
    minutes: int = Field(description="How long it takes, in minutes.")
    reading: Activity.Reading = Field(description="How much a learner must read.")
    devices: list[Device] = Field(description="What it can be done on; paper: without any device.")
    concepts: list[Concept] = Field(description="Concepts of coding, in the order in which they are taught.")
    level_count: int = Field(description="How many levels it has.")
    licence: str = Field(description="Licence of its words and levels (SPDX).")


class LevelOut(BaseModel):
    slug: str = Field(description="Its name in addresses.")
    url: str = Field(description="Where it is played.")
    title: str = Field(description="What it is called.")
    kind: str = Field(description="What is to be done with the program: build, predict, fix …")
    town: str = Field(description="Name of the town that it shows.")
    country: str = Field(description="Country of the town (ISO 3166-1 alpha-2).")
    new_concepts: list[Concept] = Field(description="Concepts that are taught here first.")


class ActivityWithLevels(ActivityOut):
    levels: list[LevelOut] = Field(description="In the order in which they are played.")


@router.get("", response=Page[ActivityOut], summary="List activities")
def list_activities(request: HttpRequest, asked: Query[ActivityQuestion]) -> object:
    """What learners can do here, in the order of the catalogue."""
    found = activities_matching(
        ages=(asked.age, asked.age) if asked.age else None,
        minutes=asked.minutes,
        device=asked.device or "",
        language=asked.available_in or "",
    )
    return page_of(found, asked, request, lambda activity: _activity(card_of(activity)))


@router.get("/{slug:slug}", response=ActivityWithLevels, summary="Show an activity")
def show_activity(request: HttpRequest, slug: Slug, asked: Query[Question]) -> object:
    """One activity with its levels."""
    card = card_of(get_object_or_404(activities_matching(), slug=slug))
    levels = [
        LevelOut(
            slug=stop.level.slug,
            url=absolute(stop.url),
            title=stop.title,
            kind=stop.level.kind,
            town=stop.town,
            country=stop.level.town.country_id,
            new_concepts=stop.concepts,  # type: ignore[arg-type]
        )
        for stop in stops_of(card)
    ]
    return {**_activity(card).model_dump(), "levels": levels}


def _activity(card: ActivityCard) -> ActivityOut:
    activity = card.activity
    return ActivityOut(
        slug=activity.slug,
        url=url_of("curriculum:activity_show", activity.slug),
        start_url=absolute(card.start_url),
        language=card.texts.language,
        review=card.texts.review,
        languages=sorted(card.languages),
        title=card.texts["title"],
        lead=card.texts["lead"],
        age_from=activity.age_from,
        age_to=activity.age_to,
        minutes=activity.minutes,
        reading=Activity.Reading(activity.reading),
        devices=_devices(activity),
        concepts=activity.concepts,
        level_count=len(activity.levels.all()),
        licence="CC-BY-4.0",
    )


def _devices(activity: Activity) -> list[Device]:
    there: dict[Device, bool] = {
        "computer": activity.on_computer,
        "tablet": activity.on_tablet,
        "phone": activity.on_phone,
        "paper": activity.on_paper,
    }
    return [device for device, is_there in there.items() if is_there]
