"""An activity as schema.org describes one."""

from typing import Any

from django.conf import settings

from codora.core.languages import ENGLISH, switch_language
from codora.curriculum.queries import ActivityCard


def learning_resource(card: ActivityCard) -> dict[str, Any]:
    """JSON-LD of type LearningResource, in the language in which the activity is shown."""
    activity, language = card.activity, card.texts.language
    return {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": card.texts["title"],
        "description": card.texts["lead"],
        "url": f"{settings.BASE_URL}{switch_language(card.url, language)}",
        "inLanguage": sorted(card.languages),
        "typicalAgeRange": f"{activity.age_from}-{activity.age_to}",
        "timeRequired": f"PT{activity.minutes}M",
        "teaches": activity.concepts,
        "learningResourceType": "game",
        "interactivityType": "active",
        "isAccessibleForFree": True,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "provider": {"@type": "Organization", "name": "Codora", "url": f"{settings.BASE_URL}/{ENGLISH}/"},
    }
