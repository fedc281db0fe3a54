"""What of a page is text: made from a content file, or read back from a stored page."""

import hashlib
import json
from typing import Any

from wagtail.fields import StreamField

from codora.core.texts import TextFile
from codora.pages.files import HomeFacts, to_html
from codora.pages.models import TranslatedPage

Contents = dict[str, Any]


def digest_of(contents: Contents) -> str:
    return hashlib.sha256(json.dumps(contents, sort_keys=True).encode()).hexdigest()


def home_contents(words: TextFile, facts: HomeFacts) -> Contents:
    texts = words.texts
    doors = [
        {
            "audience": audience,
            "title": texts[f"doors.{audience}.title"],
            "text": texts[f"doors.{audience}.text"],
            "action": texts[f"doors.{audience}.action"],
            "path": path,
        }
        for audience, path in facts.doors.items()
    ]
    return {
        "title": texts["promise"].replace("*", ""),
        "search_description": texts["description"],
        "lead": texts["lead"],
        "review": words.review,
        "promise": texts["promise"],
        "doors_title": texts["doors.title"],
        "doors": [{"type": "door", "value": door} for door in doors],
        "figures_title": texts["figures.title"],
        "figures_text": texts["figures.text"],
    }


def text_page_contents(words: TextFile) -> Contents:
    texts = words.texts
    anchors = [key.removesuffix(".heading") for key in texts if key.endswith(".heading")]
    sections = [
        {
            "heading": texts[f"{anchor}.heading"],
            "anchor": anchor,
            "text": to_html(texts[f"{anchor}.text"]),
        }
        for anchor in anchors
    ]
    return {
        "title": texts["title"],
        "search_description": texts["description"],
        "lead": texts["lead"],
        "review": words.review,
        "body": [{"type": "section", "value": section} for section in sections],
    }


def stored_contents(page: TranslatedPage) -> Contents:
    """The same of a page in the database, without the ids that blocks get when they are stored."""
    return {name: _stored(page, name) for name in page.text_fields}


def _stored(page: TranslatedPage, name: str) -> Any:
    value = getattr(page, name)
    if isinstance(page._meta.get_field(name), StreamField):
        return [{"type": block["type"], "value": block["value"]} for block in value.get_prep_value()]
    return value


def fill(page: TranslatedPage, contents: Contents) -> None:
    """Sets the page's fields; saves nothing."""
    for name, value in contents.items():
        field = page._meta.get_field(name)
        setattr(page, name, field.to_python(json.dumps(value)) if isinstance(field, StreamField) else value)
