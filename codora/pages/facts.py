"""page.yaml: what is the same in every language. Its type, its place in the tree, facts of its blocks."""

import datetime
from pathlib import Path
from typing import Literal

import msgspec

from codora.core.files import ContentError, read_as

PageType = Literal["section", "article", "news-index", "news", "faq", "country", "link"]


class BlockFacts(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """Facts of one block of the body, by its key; docs/pages.md says which type has which."""

    kind: Literal["tip", "info", "warning"] = "tip"
    file: str = ""
    poster: str = ""
    captions: dict[str, str] = {}
    to: str | dict[str, str] = ""
    show: list[str] = []
    minutes: dict[str, int] = {}
    pictures: dict[str, str] = {}
    documents: dict[str, str] = {}


class PageFacts(msgspec.Struct, forbid_unknown_fields=True):
    """`position` is its place among the pages beside it; files stand in the folder of the page.

    A `draft` is a form for whoever runs the site: it waits in the editors' part until they fill it in.
    """

    type: PageType
    position: int = 0
    in_menus: bool = True
    draft: bool = False
    link: str = ""
    date: datetime.date | None = None
    picture: str = ""
    campaign: str = ""
    country: str = ""
    blocks: dict[str, BlockFacts] = {}


class HomeFacts(msgspec.Struct, forbid_unknown_fields=True):
    """Where each audience's door leads, in order."""

    doors: dict[str, str]


def read_home_facts(folder: Path) -> HomeFacts:
    return read_as(HomeFacts, folder / "page.yaml")


def read_facts(folder: Path) -> PageFacts:
    """Raises ContentError, also for what this type of page needs and lacks."""
    file = folder / "page.yaml"
    facts = read_as(PageFacts, file)
    needed = {"link": facts.link, "country": facts.country, "news": facts.date}
    if not needed.get(facts.type, True):
        name = "date" if facts.type == "news" else facts.type
        raise ContentError(file, f"{name}: a page of type {facts.type} needs it.")
    return facts
