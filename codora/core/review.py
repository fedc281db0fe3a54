"""Who vouches for a translation."""

import json
from functools import cache

from django.conf import settings
from django.db.models import TextChoices


class Review(TextChoices):
    """DRAFT: by a machine, or not read yet. NATIVE: a native speaker has read all of it."""

    DRAFT = "draft"
    NATIVE = "native"


@cache
def interface_review(code: str) -> str:
    """Review of the site's own words in this language, as `manage.py i18n` found it in the catalogue."""
    file = settings.BUILD / "messages" / "reviews.json"
    reviews: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}
    return reviews.get(code, Review.NATIVE)
