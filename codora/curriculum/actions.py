"""Loading activities from content/activities."""

from pathlib import Path

from django.db import transaction

from codora.core.files import ContentError
from codora.core.languages import ENGLISH
from codora.core.loading import store
from codora.core.page_cache.generations import bump
from codora.core.texts import TextFile
from codora.curriculum.files import ActivityFolder, read_activity
from codora.curriculum.models import Activity, ActivityText, Level
from codora.places.models import Town

DEVICES = ("computer", "tablet", "phone", "paper")


@transaction.atomic
def load_activities(folder: Path) -> list[str]:
    """Stores every activity of the folder, and returns what changed: `lantern-trail`, `lantern-trail/porto` …

    All or nothing; raises ContentError. Towns must be loaded before. What is no longer in the files goes.
    """
    activities = [read_activity(file.parent) for file in sorted(folder.glob("*/activity.yaml"))]
    changed = [change for found in activities for change in _store_activity(found)]
    gone = Activity.objects.exclude(slug__in=[found.slug for found in activities])
    changed += [f"{activity.slug} (removed)" for activity in gone]
    gone.delete()
    if changed:
        bump("activities")
    return changed


def _store_activity(found: ActivityFolder) -> list[str]:
    facts = found.facts
    values = {
        "position": facts.position,
        "is_featured": facts.featured,
        "age_from": facts.ages[0],
        "age_to": facts.ages[1],
        "minutes": facts.minutes,
        "reading": facts.reading.value,
        "concepts": facts.concepts,
        **{f"on_{device}": device in facts.devices for device in DEVICES},
    }
    activity, is_changed = store(Activity, key={"slug": found.slug}, values=values)
    levels = _store_levels(activity, found)
    return [found.slug] * is_changed + levels + _store_texts(activity, found.texts)


def _store_levels(activity: Activity, found: ActivityFolder) -> list[str]:
    towns = set(Town.objects.values_list("slug", flat=True))
    changed = []
    for position, (slug, definition) in enumerate(found.levels.items(), start=1):
        town = definition["world"]["town"]
        if town not in towns:
            reason = f"world.town: {town} is not in content/places/towns.yaml."
            raise ContentError(found.path / "levels" / f"{slug}.yaml", reason)
        values = {"position": position, "kind": definition["kind"], "town_id": town, "definition": definition}
        _, is_changed = store(Level, key={"activity": activity, "slug": slug}, values=values)
        changed += [f"{activity.slug}/{slug}"] * is_changed
    activity.levels.exclude(slug__in=found.levels).delete()
    return changed


def _store_texts(activity: Activity, texts: dict[str, TextFile]) -> list[str]:
    changed = []
    for language, words in texts.items():
        values = {
            "review": words.review,
            "is_complete": not words.missing(texts[ENGLISH]),
            "texts": dict(words.texts),
        }
        key = {"activity": activity, "language": language}
        _, is_changed = store(ActivityText, key=key, values=values)
        changed += [f"{activity.slug} in {language}"] * is_changed
    activity.texts.exclude(language__in=texts).delete()
    return changed
