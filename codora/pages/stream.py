"""Blocks of a page's body, as Wagtail stores them, from parts, texts and facts of its files.

The structure is that of the English file; a translation only gives the texts. The id of a block comes from
the page and the key, so that it is the same in every language and each time the file is loaded.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from uuid import NAMESPACE_URL, uuid5

from codora.campaigns.models import Campaign
from codora.core.files import ContentError
from codora.core.markdown import to_html
from codora.pages.body import Part
from codora.pages.facts import BlockFacts

Value = dict[str, Any]


class Shelf(Protocol):
    """Where pictures and documents of content files are stored; both answer the primary key."""

    def picture(self, file: Path, description: str) -> int: ...

    def document(self, file: Path, title: str) -> int: ...


@dataclass(frozen=True)
class Writer:
    """Writes the blocks of one page in one language. `path` is the page's, `folder` has its files."""

    path: str
    folder: Path
    texts: Mapping[str, str]
    facts: Mapping[str, BlockFacts]
    shelf: Shelf

    def body(self, parts: list[Part]) -> list[Value]:
        return [self._block(part) for part in parts]

    def groups(self, parts: list[Part]) -> list[Value]:
        """The sections of a FAQ."""
        return [self._stored("group", part.key, self._group(part)) for part in parts]

    def news_picture(self, name: str) -> int | None:
        """The picture above a piece of news; its words are `picture` of the front matter."""
        return self.shelf.picture(self._file(name), self.texts["picture"]) if name else None

    def campaign(self, slug: str) -> int | None:
        """The campaign that a piece of news tells of; None if staff deleted it."""
        found = Campaign.objects.filter(slug=slug).first()
        return found.pk if found else None

    # ---- one block

    def _block(self, part: Part) -> Value:
        write = WRITERS[part.kind]
        kind = "section" if part.kind == "text" else part.kind
        return self._stored(kind, part.key, write(self, part, self.facts.get(part.key, BlockFacts())))

    def _stored(self, kind: str, key: str, value: Any) -> Value:
        return {"type": kind, "value": value, "id": str(uuid5(NAMESPACE_URL, f"{self.path}/{key}"))}

    def _items(self, part: Part, write: Callable[[str], Value]) -> list[Value]:
        return [self._stored("item", f"{part.key}.{item}", write(item)) for item in part.items]

    def _word(self, *key: str) -> str:
        return self.texts.get(".".join(key), "")

    def _html(self, *key: str) -> str:
        return to_html(self._word(*key))

    def _file(self, name: str) -> Path:
        file = self.folder / name
        if not file.is_file() or file.parent != self.folder:
            raise ContentError(self.folder / "page.yaml", f"{name}: there is no such file in this folder.")
        return file

    # ---- the types

    def _group(self, part: Part) -> Value:
        def question(item: str) -> Value:
            title, answer = self._word(part.key, item, "title"), self._html(part.key, item, "text")
            return {"question": title, "anchor": item, "answer": answer}

        heading = self._word(part.key, "heading")
        return {"heading": heading, "anchor": part.key, "questions": self._items(part, question)}

    def section(self, part: Part, _: BlockFacts) -> Value:
        return {
            "heading": self._word(part.key, "heading"),
            "anchor": part.key,
            "text": self._html(part.key, "text"),
        }

    def text(self, part: Part, _: BlockFacts) -> Value:
        return {"heading": "", "anchor": "", "text": self._html(part.key)}

    def notice(self, part: Part, facts: BlockFacts) -> Value:
        return {
            "kind": facts.kind,
            "title": self._word(part.key, "title"),
            "text": self._html(part.key, "text"),
        }

    def steps(self, part: Part, facts: BlockFacts) -> Value:
        def step(item: str) -> Value:
            return {
                "title": self._word(part.key, item, "title"),
                "anchor": item,
                "minutes": facts.minutes.get(item),
                "text": self._html(part.key, item, "text"),
            }

        return {"title": self._word(part.key, "title"), "steps": self._items(part, step)}

    def picture(self, part: Part, facts: BlockFacts) -> Value:
        alt = self._word(part.key, "alt")
        return {
            "picture": self.shelf.picture(self._file(facts.file), alt),
            "alt": alt,
            "caption": self._word(part.key, "caption"),
        }

    def video(self, part: Part, facts: BlockFacts) -> Value:
        title = self._word(part.key, "title")

        def track(language: str, name: str) -> Value:
            file = self.shelf.document(self._file(name), f"{title} ({language})")
            return self._stored("item", f"{part.key}.{language}", {"language": language, "file": file})

        captions = [track(language, name) for language, name in facts.captions.items()]
        return {
            "title": title,
            "file": self.shelf.document(self._file(facts.file), title),
            "poster": self.shelf.picture(self._file(facts.poster), title),
            "captions": captions,
            "caption": self._word(part.key, "caption"),
        }

    def action(self, part: Part, facts: BlockFacts) -> Value:
        words = {name: self._word(part.key, name) for name in ("title", "text", "action")}
        return {**words, "to": facts.to}

    def activities(self, part: Part, facts: BlockFacts) -> Value:
        shown = [self._stored("item", f"{part.key}.{slug}", slug) for slug in facts.show]
        return {"title": self._word(part.key, "title"), "activities": shown}

    def links(self, part: Part, facts: BlockFacts) -> Value:
        def entry(item: str) -> Value:
            title, name = self._word(part.key, item, "title"), facts.documents.get(item)
            return {
                "title": title,
                "text": self._word(part.key, item, "text"),
                "to": _of_item(facts.to, item),
                "document": self.shelf.document(self._file(name), title) if name else None,
            }

        return {"title": self._word(part.key, "title"), "links": self._items(part, entry)}

    def voices(self, part: Part, _: BlockFacts) -> Value:
        def voice(item: str) -> Value:
            return {"quote": self._word(part.key, item, "text"), "name": self._word(part.key, item, "title")}

        return {"title": self._word(part.key, "title"), "voices": self._items(part, voice)}

    def logos(self, part: Part, facts: BlockFacts) -> Value:
        def logo(item: str) -> Value:
            name, file = self._word(part.key, item, "title"), facts.pictures.get(item)
            return {
                "name": name,
                "text": self._word(part.key, item, "text"),
                "picture": self.shelf.picture(self._file(file), name) if file else None,
                "to": _of_item(facts.to, item),
            }

        return {"title": self._word(part.key, "title"), "logos": self._items(part, logo)}


def _of_item(links: str | dict[str, str], item: str) -> str:
    return links.get(item, "") if isinstance(links, dict) else ""


WRITERS: dict[str, Callable[[Writer, Part, BlockFacts], Value]] = {
    name: getattr(Writer, name)
    for name in (
        *("section", "text", "notice", "steps", "picture", "video"),
        *("action", "activities", "links", "voices", "logos"),
    )
}
