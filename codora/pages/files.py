"""Reading content/pages: a folder a page, a file a language. Prose is Markdown; the home page is keyed text.

A Markdown page becomes keyed text too, so that a translation knows which of its parts are out of date:
`title`, `lead` and `description` stand in its front matter, and `## Heading {#anchor}` with the text under it
makes `anchor.heading` and `anchor.text`. See codora.core.texts for `review` and `from`.
"""

import re
from pathlib import Path

import msgspec
import nh3
from django.conf import settings
from markdown_it import MarkdownIt

from codora.core.files import ContentError, parse_yaml, read_as, read_text
from codora.core.languages import ENGLISH
from codora.core.texts import TextFile, read_texts, texts_from

FRONT_MATTER = re.compile(r"\A---\n(?P<head>.*?)^---\n(?P<body>.*)\Z", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^## (?P<heading>.+?) \{#(?P<anchor>[a-z][a-z0-9-]*)\}$", re.MULTILINE)
ALLOWED_TAGS = {"p", "h3", "b", "strong", "i", "em", "ul", "ol", "li", "a", "br"}


class HomeFacts(msgspec.Struct, forbid_unknown_fields=True):
    """What is the same in every language: where each audience's door leads, in order."""

    doors: dict[str, str]


def read_home_facts(folder: Path) -> HomeFacts:
    return read_as(HomeFacts, folder / "page.yaml")


def page_files(folder: Path) -> dict[str, Path]:
    """Language → file of each translation of the page, English first."""
    files = {file.stem: file for file in sorted(folder.iterdir()) if file.stem in dict(settings.LANGUAGES)}
    return {language: files[language] for language in sorted(files, key=lambda code: code != ENGLISH)}


def read_page(file: Path) -> TextFile:
    return read_texts(file) if file.suffix == ".yaml" else _read_markdown(file)


def _read_markdown(file: Path) -> TextFile:
    match = FRONT_MATTER.match(read_text(file))
    if match is None:
        raise ContentError(file, "line 1: front matter between two lines of --- was expected.")
    head = parse_yaml("\n" + match["head"], file)  # below a line of ---: so lines are counted as in the file
    if not isinstance(head, dict):
        raise ContentError(file, "line 2: a mapping of keys to texts was expected.")
    return texts_from({**head, **_sections(match["body"], file)}, file)


def _sections(body: str, file: Path) -> dict[str, dict[str, str]]:
    """anchor → heading and Markdown text."""
    before, *parts = HEADING.split(body)
    if before.strip():
        raise ContentError(file, f"text before the first “## Heading {{#anchor}}”: {before.strip()[:40]}…")
    sections = {
        anchor: {"heading": heading, "text": text.strip()}
        for heading, anchor, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    }
    if len(sections) < len(parts) // 3:
        raise ContentError(file, "two sections have the same anchor.")
    return sections


def to_html(markdown: str) -> str:
    """Rich text of a section: paragraphs, third-level headings, lists, links."""
    return nh3.clean(MarkdownIt().render(markdown), tags=ALLOWED_TAGS, link_rel=None).strip()
