"""Reading content/pages: a folder a page, a file a language; folders stand in each other as addresses do.

The home page is keyed text. Any other page is Markdown that becomes keyed text too, so that a translation
knows which of its parts are out of date: front matter gives `title`, `lead`, `description` and `menu`, and
codora.pages.body reads what stands below. See codora.core.texts for `review` and `from`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from codora.core.files import ContentError, parse_yaml, read_text
from codora.core.languages import ENGLISH
from codora.core.texts import TextFile, read_texts, texts_from
from codora.pages.body import Body, parse_body

FRONT_MATTER = re.compile(r"\A---\n(?P<head>.*?)^---\n(?P<body>.*)\Z", re.DOTALL | re.MULTILINE)
HOME = "home"


@dataclass(frozen=True)
class PageFile:
    """The words of a page in one language; of the English ones, `body.parts` give the structure."""

    file: Path
    words: TextFile
    body: Body


def page_folders(root: Path) -> Iterator[Path]:
    """Every folder with a page in it, parents before children."""
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        yield folder
        yield from page_folders(folder)


def page_files(folder: Path) -> dict[str, Path]:
    """Language → file of each translation of the page, English first."""
    files = {
        file.stem: file
        for file in sorted(folder.iterdir())
        if file.suffix in {".md", ".yaml"} and file.stem in dict(settings.LANGUAGES)
    }
    return {language: files[language] for language in sorted(files, key=lambda code: code != ENGLISH)}


def read_page(file: Path) -> TextFile:
    return read_texts(file) if file.suffix == ".yaml" else read_page_file(file).words


def read_page_file(file: Path) -> PageFile:
    """A Markdown page. Raises ContentError."""
    text = read_text(file)
    match = FRONT_MATTER.match(text)
    if match is None:
        raise ContentError(file, "line 1: front matter between two lines of --- was expected.")
    head = parse_yaml("\n" + match["head"], file)  # below a line of ---: so lines are counted as in the file
    if not isinstance(head, dict):
        raise ContentError(file, "line 2: a mapping of keys to texts was expected.")
    body = parse_body(match["body"], file, first_line=text.count("\n", 0, match.start("body")) + 1)
    return PageFile(file, texts_from({**head, **body.texts}, file), body)
