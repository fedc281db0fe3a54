"""The body of a Markdown page as parts, with a key for each of its texts.

## Heading {#anchor}          a section; its Markdown is below it
### Question {#key}           an item: of the section in a FAQ, or of a block
::: steps hour                a block of this type, with this key; ends at :::
title: …                      its words by name, up to an empty line
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from codora.core.files import ContentError

KEY = r"[a-z][a-z0-9-]*"
SECTION = re.compile(rf"## (?P<title>.+?) \{{#(?P<key>{KEY})\}}\s*")
ITEM = re.compile(rf"### (?P<title>.+?) \{{#(?P<key>{KEY})\}}\s*")
OPENING = re.compile(rf"::: *(?P<kind>{KEY}) (?P<key>{KEY})\s*")
CLOSING = re.compile(r":::\s*")
WORD = re.compile(r"(?P<name>[a-z]+): +(?P<text>.+)")
PLAIN_HEADING = re.compile(r"##? .*|### .*\{#.*")


@dataclass
class Part:
    """A section, text that goes on after a block ("text"), or a block; it begins at `line` of the file."""

    kind: str
    key: str
    line: int
    items: list[str] = field(default_factory=list)


@dataclass
class Body:
    """`texts` by key, as a translation knows them: `hour.title`, `hour.start.text`."""

    parts: list[Part] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def parse_body(markdown: str, file: Path, first_line: int) -> Body:
    """Raises ContentError with file and line."""
    return _Parser(file, first_line).parse(markdown)


class _Parser:
    def __init__(self, file: Path, first_line: int) -> None:
        self._file, self._line = file, first_line - 1
        self._body = Body()
        self._section = ""  # its key; empty before the first
        self._block: Part | None = None
        self._is_in_head = False  # of a block: its words by name
        self._key = ""  # of the text that lines are added to
        self._is_code = False

    def parse(self, markdown: str) -> Body:
        for line in markdown.splitlines():
            self._line += 1
            self._is_code ^= line.startswith("```")
            if not self._is_code and self._opens_something(line):
                continue
            self._add(line)
        if self._block:
            self._line = self._block.line
            raise self._fault(f"the block {self._block.key} is not closed with :::")
        self._body.texts = {key: text.strip() for key, text in self._body.texts.items() if text.strip()}
        return self._body

    def _opens_something(self, line: str) -> bool:
        for pattern, read in (
            (SECTION, self._begin_section),
            (ITEM, self._begin_item),
            (OPENING, self._open_block),
            (CLOSING, self._close_block),
        ):
            if match := pattern.fullmatch(line):
                read(**match.groupdict())
                return True
        if self._is_in_head and (word := WORD.fullmatch(line)):
            self._begin_text(f"{self._key_of_block()}.{word['name']}", word["text"])
            return True
        if PLAIN_HEADING.fullmatch(line):
            raise self._fault(f"a heading looks like “## Heading {{#anchor}}”: {line[:40]}")
        return False

    def _begin_section(self, title: str, key: str) -> None:
        if self._block:
            raise self._fault(f"the block {self._block.key} is not closed with :::")
        self._begin_part("section", key)
        self._section = key
        self._begin_text(f"{key}.heading", title)
        self._key = f"{key}.text"

    def _begin_item(self, title: str, key: str) -> None:
        if not self._body.parts:
            raise self._fault("an item must stand in a section or in a block.")
        part = self._block or self._body.parts[-1]
        part.items.append(key)
        self._begin_text(f"{part.key}.{key}.title", title)
        self._key, self._is_in_head = f"{part.key}.{key}.text", False

    def _open_block(self, kind: str, key: str) -> None:
        if self._block:
            raise self._fault(f"the block {self._block.key} is not closed with :::")
        self._block = self._begin_part(kind, key)
        self._key, self._is_in_head = "", True

    def _close_block(self) -> None:
        if self._block is None:
            raise self._fault("::: closes a block, but none is open.")
        self._block, self._key, self._is_in_head = None, "", False

    def _add(self, line: str) -> None:
        is_empty = not line.strip()
        if self._is_in_head and is_empty:
            self._key, self._is_in_head = "", False
        if not self._key:
            if is_empty:
                return
            self._is_in_head = False
            self._key = f"{self._block.key}.text" if self._block else self._go_on()
        text = self._body.texts.get(self._key)
        self._body.texts[self._key] = line if text is None else f"{text}\n{line}"

    def _go_on(self) -> str:
        """Text after a block, or at the beginning of a section that has none."""
        if not self._section:
            raise self._fault("text before the first “## Heading {#anchor}”.")
        count = 2 + sum(part.key.startswith(f"{self._section}.text-") for part in self._body.parts)
        key = f"{self._section}.text-{count}"
        self._body.parts.append(Part("text", key, self._line))
        return key

    def _begin_part(self, kind: str, key: str) -> Part:
        if any(part.key == key for part in self._body.parts):
            raise self._fault(f"{key}: two parts of the page have this key.")
        part = Part(kind, key, self._line)
        self._body.parts.append(part)
        return part

    def _begin_text(self, key: str, text: str) -> None:
        if key in self._body.texts:
            raise self._fault(f"{key} is there twice.")
        self._body.texts[key] = text
        self._key = key

    def _key_of_block(self) -> str:
        assert self._block is not None  # noqa: S101 - a head is that of a block
        return self._block.key

    def _fault(self, reason: str) -> ContentError:
        return ContentError(self._file, f"line {self._line}: {reason}")
