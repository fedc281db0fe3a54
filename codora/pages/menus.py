"""The menus of header, footer and sections: the tree of pages, in the reader's language.

A page that is not translated stands there in English. Top pages with `show_in_menus` make the header; with
the pages below them they make the footer. One query a request.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from django.db.models import Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from wagtail.models import Page

from codora.core.languages import ENGLISH, in_reader_language, reader_language

# Tables of the page types that may stand in menus: menu_title and lead are columns of each.
TABLES = ("sectionpage", "articlepage", "faqpage", "newsindexpage", "linkpage", "countrypage")
TOP = 3
"""Depth of the pages under the home page."""


@dataclass(frozen=True)
class MenuEntry:
    """`language` is that of the title. `is_current`: the reader is here; `is_around`: here or below."""

    title: str
    url: str
    language: str
    lead: str = ""
    is_current: bool = False
    is_around: bool = False
    entries: list["MenuEntry"] = field(default_factory=list)


class Menus:
    """What the templates see as `menus`. Asks the database when the first menu is drawn."""

    def __init__(self, path: str) -> None:
        self._path = path

    @cached_property
    def header(self) -> list[MenuEntry]:
        return _tree(self._path)

    @property
    def footer(self) -> list[MenuEntry]:
        return [entry for entry in self.header if entry.entries]

    @cached_property
    def section(self) -> MenuEntry | None:
        """The top page in whose part of the site the reader is, with the pages below it."""
        return next((entry for entry in self.header if entry.is_around and entry.entries), None)

    @property
    def following(self) -> MenuEntry | None:
        """The page after this one in its part of the site."""
        entries = self.section.entries if self.section else []
        return next((after for here, after in pairwise(entries) if here.is_current), None)


def menus(request: HttpRequest) -> dict[str, Menus]:
    """A context processor."""
    return {"menus": Menus(request.path)}


def cards_below(page: Page) -> list[MenuEntry]:
    """The pages under this one that stand in the menus, each with its lead."""
    itself = Q(translation_key=page.translation_key, depth=page.depth)
    rows = list(_rows(itself | Q(depth=page.depth + 1, show_in_menus=True), with_lead=True))
    paths = {row["path"] for row in rows if row["depth"] == page.depth}
    return [_entry(row) for row in _chosen(row for row in rows if _parent_path(row) in paths).values()]


def trail_to(page: Page) -> list[dict[str, str]]:
    """Title and address of each page between the home page and this one."""
    if page.depth <= TOP:
        return []
    between = page.get_ancestors().filter(depth__gte=TOP).annotate(menu_title=_first("menu_title"))
    return [
        {"title": menu_title or title, "url": _address(url_path)}
        for title, menu_title, url_path in between.values_list("title", "menu_title", "url_path")
    ]


def _address(url_path: str) -> str:
    """/home/teach/ → /fr/teach/ for a reader of French."""
    return in_reader_language(f"/{url_path.split('/', 2)[2]}")


def _tree(path: str) -> list[MenuEntry]:
    rows = list(_rows(Q(depth__in=(TOP, TOP + 1), show_in_menus=True)))
    key_at = {row["path"]: row["translation_key"] for row in rows}
    below: dict[Any, list[MenuEntry]] = {}
    chosen = _chosen(rows).values()
    for row in (row for row in chosen if row["depth"] > TOP):
        below.setdefault(key_at.get(_parent_path(row)), []).append(_entry(row, path))
    return [_entry(row, path, below.get(row["translation_key"], [])) for row in chosen if row["depth"] == TOP]


def _languages() -> set[str]:
    return {reader_language(), ENGLISH}


def _rows(where: Q, *, with_lead: bool = False) -> QuerySet[Any, dict[str, Any]]:
    """Pages in the reader's language and in English, in the order of the tree."""
    pages = Page.objects.live().filter(where, alias_of=None, locale__language_code__in=_languages())
    pages = pages.annotate(menu_title=_first("menu_title"), link=Coalesce("linkpage__link", Value("")))
    if with_lead:
        pages = pages.annotate(lead=_first("lead"))
    columns = ["path", "depth", "url_path", "title", "translation_key", "locale__language_code"]
    columns += ["menu_title", "link", *(["lead"] if with_lead else [])]
    rows: QuerySet[Any, dict[str, Any]] = pages.order_by("path").values(*columns)
    return rows


def _first(column: str) -> Coalesce:
    """The column of whichever table the page has its row in."""
    return Coalesce(*(f"{table}__{column}" for table in TABLES), Value(""), output_field=TextField())


def _chosen(found: Iterable[dict[str, Any]]) -> dict[Any, dict[str, Any]]:
    """Each page once: English gives the order, the reader's language replaces what is translated."""
    rows = list(found)
    chosen = {row["translation_key"]: row for row in rows if row["locale__language_code"] == ENGLISH}
    own = (row for row in rows if row["locale__language_code"] != ENGLISH)
    return chosen | {row["translation_key"]: row for row in own}


def _parent_path(row: dict[str, Any]) -> str:
    return str(row["path"][: -Page.steplen])


def _entry(row: dict[str, Any], here: str = "", entries: Iterable[MenuEntry] = ()) -> MenuEntry:
    below = list(entries)
    url = in_reader_language(row["link"]) if row["link"] else _address(row["url_path"])
    return MenuEntry(
        title=row["menu_title"] or row["title"],
        url=url,
        language=row["locale__language_code"],
        lead=row.get("lead", ""),
        is_current=here == url,
        is_around=here.startswith(url) or any(entry.is_around for entry in below),
        entries=below,
    )
