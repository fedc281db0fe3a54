"""What a page hands to the engine: `PlayerData` of engine/src/schema/player-data.ts."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse

from codora.core.browser_messages import message_catalogue
from codora.core.languages import ENGLISH, direction, shown_language
from codora.curriculum.addresses import level_url
from codora.curriculum.models import Activity, Level
from codora.curriculum.queries import Texts, text_for, texts_of
from codora.places.queries import country_name

FOR_AUTHORS = {"wrong", "search"}
"""Parts of a level file that prove the level and are of no use to the player."""


def player_data(level: Level) -> dict[str, Any]:
    """In the shown language, so that the level's words and the engine's are of one language."""
    language = shown_language()
    activity = level.activity
    texts = texts_of(activity, language)
    text, untranslated = text_for(level, texts)
    return {
        "language": language,
        "direction": direction(language),
        "activity": {"slug": activity.slug, "title": texts["title"]},
        "path": path_of(activity, texts),
        "slug": level.slug,
        "level": {key: value for key, value in level.definition.items() if key not in FOR_AUTHORS},
        "text": text,
        "untranslated": untranslated if language != ENGLISH else [],
        "town": {
            "name": level.town.name_in(language),
            "country": country_name(level.town.country_id, language),
            "house": level.town.house,
            "landmark": level.town.slug,
        },
        "messages": message_catalogue(language),
        "urls": {
            "leave": reverse("curriculum:activity_show", args=[activity.slug]),
            "languages": reverse("core:language_list"),
            "finish": reverse("play:finish_show", args=[activity.slug]),
            "sprite": static("art/world-sprite.svg"),
            "icons": static("icons/icons.svg"),
            "blocklyMedia": static("blockly/"),
        },
    }


def path_of(activity: Activity, texts: Texts) -> list[dict[str, str]]:
    """Every level in order, as `PathLevel`."""
    return [
        {
            "slug": level.slug,
            "title": texts[f"{level.slug}.title"],
            "url": level_url(activity.slug, level.slug),
            "kind": level.kind,
        }
        for level in activity.levels.all()
    ]
