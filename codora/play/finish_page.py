"""What the page at the end of the hour shows."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from codora.core.browser_messages import message_catalogue
from codora.core.languages import shown_language
from codora.core.metadata import PageMetadata
from codora.credentials.forms import CertificateForm
from codora.credentials.wording import certificate_wording
from codora.curriculum.addresses import level_url
from codora.curriculum.queries import ActivityCard
from codora.play.player_data import path_of


def finish_page(card: ActivityCard, form: CertificateForm) -> dict[str, Any]:
    """The context of play/finish.html.

    `activity` (ActivityCard); `learned`: {name, text} a concept; `form`, `certificate_url` and
    `certificate` (its words: title, text, foot); `create_url`: the level for a town of one's own, or
    None; `finish_data`: what the page's script needs to tell what the learner made (activity, path,
    language, messages).
    """
    activity = card.activity
    levels = activity.levels.all()
    free_play = next((level.slug for level in levels if level.kind == "create"), None)
    language = shown_language()
    return {
        "activity": card,
        "learned": [
            {"name": concept, "text": card.texts[f"learned.{concept}"]} for concept in activity.concepts
        ],
        "form": form,
        "certificate_url": f"{reverse('play:certificate_create', args=[activity.slug])}#certificate",
        "certificate": certificate_wording(
            activity_title=card.texts["title"], concepts=activity.concepts, on=timezone.localdate()
        ),
        "create_url": level_url(activity.slug, free_play) if free_play else None,
        "finish_data": {
            "language": language,
            "activity": {"slug": activity.slug, "title": card.texts["title"]},
            "path": path_of(activity, card.texts),
            "messages": message_catalogue(language),
        },
        "metadata": activity_metadata(
            card,
            title=_("%(activity)s: what you made") % {"activity": card.texts["title"]},
            description=_("What you learned, your certificate, and what comes next."),
            path=reverse("play:finish_show", args=[activity.slug]),
        ),
    }


def activity_metadata(card: ActivityCard, *, title: str, description: str, path: str) -> PageMetadata:
    return PageMetadata(
        title=title,
        description=description,
        path=path,
        languages=card.languages,
        review=card.texts.review,
    )
