"""The menus of header, footer and sections: the tree of pages, in the reader's language.

A page that is not translated stands there in English. Top pages with `show_in_menus` make the header; with
the pages below them they make the footer. One query a request.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import QuerySet, TextField, Value
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


def menus(request: HttpRequest) -> dict[str, Menus]:
    """A context processor."""
    return {"menus": Menus(request.path)}


def cards_below(page: Page) -> list[MenuEntry]:
    """The pages under this one that stand in the menus, each with its lead."""
    parents = page.get_translations(inclusive=True).filter(locale__language_code__in=_languages())
    paths = set(parents.values_list("path", flat=True))
    rows = [row for row in _rows(depth=page.depth + 1, with_lead=True) if _parent_path(row) in paths]
    return [_entry(row) for row in _chosen(rows).values()]


def _tree(path: str) -> list[MenuEntry]:
    rows = list(_rows(depth__in=(TOP, TOP + 1)))
    key_at = {row["path"]: row["translation_key"] for row in rows}
    below: dict[Any, list[MenuEntry]] = {}
    chosen = _chosen(rows).values()
    for row in (row for row in chosen if row["depth"] > TOP):
        below.setdefault(key_at.get(_parent_path(row)), []).append(_entry(row, path))
    return [_entry(row, path, below.get(row["translation_key"], [])) for row in chosen if row["depth"] == TOP]


def _languages() -> set[str]:
    return {reader_language(), ENGLISH}


def _rows(*, with_lead: bool = False, **where: Any) -> QuerySet[Any, dict[str, Any]]:
    """Pages of the menus in the reader's language and in English, in the order of the tree."""
    pages = Page.objects.live().filter(
        show_in_menus=True, alias_of=None, locale__language_code__in=_languages(), **where
    )
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


def _chosen(rows: Iterable[dict[str, Any]]) -> dict[Any, dict[str, Any]]:
    """Each page once: English gives the order, the reader's language replaces what is translated."""
    chosen = {row["translation_key"]: row for row in rows if row["locale__language_code"] == ENGLISH}
    own = (row for row in rows if row["locale__language_code"] != ENGLISH)
    return chosen | {row["translation_key"]: row for row in own}


def _parent_path(row: dict[str, Any]) -> str:
    return str(row["path"][: -Page.steplen])


def _entry(row: dict[str, Any], here: str = "", entries: Iterable[MenuEntry] = ()) -> MenuEntry:
    below = list(entries)
    url = in_reader_language(row["link"] or f"/{row['url_path'].split('/', 2)[2]}")
    return MenuEntry(
        title=row["menu_title"] or row["title"],
        url=url,
        language=row["locale__language_code"],
        lead=row.get("lead", ""),
        is_current=here == url,
        is_around=here.startswith(url) or any(entry.is_around for entry in below),
        entries=below,
    )
