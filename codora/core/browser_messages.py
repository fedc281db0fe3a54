"""Words for the scripts in the browser, as `manage.py i18n` compiled them from the catalogue."""

import json
from typing import Any

from django.conf import settings


def message_catalogue(language: str) -> dict[str, Any]:
    """`MessageCatalogue` of engine/src/schema/player-data.ts."""
    file = settings.BUILD / "messages" / f"{language}.json"
    messages: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return messages
