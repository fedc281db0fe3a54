"""What of a page is text: made from a content file, or read back from a stored page."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from wagtail.fields import StreamField

from codora.core.texts import TextFile
from codora.pages.body import Part
from codora.pages.facts import HomeFacts, PageFacts
from codora.pages.models.translated import MenuPage
from codora.pages.stream import Writer

Contents = dict[str, Any]


def digest_of(contents: Contents) -> str:
    return hashlib.sha256(json.dumps(contents, sort_keys=True).encode()).hexdigest()


def digests_of(contents: Contents) -> dict[str, str]:
    """Field → digest, so that a field of a later version is no change of an editor."""
    return {name: digest_of({name: value})[:16] for name, value in contents.items()}


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


def page_contents(words: TextFile, parts: list[Part], facts: PageFacts, writer: Writer) -> Contents:
    """The fields of a page of any type but home."""
    texts = words.texts
    contents: Contents = {
        "title": texts["title"],
        "menu_title": texts.get("menu", ""),
        "show_in_menus": facts.in_menus,
        "lead": texts["lead"],
    }
    if facts.type == "link":
        return {**contents, "link": facts.link}
    contents |= {"search_description": texts["description"], "review": words.review}
    match facts.type:
        case "news-index":
            return contents
        case "faq":
            return {**contents, "groups": writer.groups(parts)}
        case "news":
            contents |= {"date": str(facts.date), "picture_id": writer.news_picture(facts.picture)}
            contents |= {"campaign_id": writer.campaign(facts.campaign)} if facts.campaign else {}
        case "country":
            contents |= {"country_id": facts.country}
    return {**contents, "body": writer.body(parts)}


def stored_contents(page: MenuPage, names: Iterable[str]) -> Contents:
    """The same of a page in the database."""
    return {name: _stored(page, name) for name in names}


def _stored(page: MenuPage, name: str) -> Any:
    value = getattr(page, name)
    if isinstance(page._meta.get_field(name), StreamField):
        return _without_ids(value.get_prep_value())
    return str(value) if isinstance(value, date) else value


def _without_ids(value: Any) -> Any:
    """Blocks without the ids that they get when they are stored."""
    if isinstance(value, list):
        return [_without_ids(item) for item in value]
    if isinstance(value, dict):
        return {key: _without_ids(item) for key, item in value.items() if key != "id"}
    return value


def fill(page: MenuPage, contents: Contents) -> None:
    """Sets the page's fields; saves nothing."""
    for name, value in contents.items():
        field = page._meta.get_field(name)
        is_json = isinstance(field, StreamField)
        setattr(page, name, field.to_python(json.dumps(value) if is_json else value))
