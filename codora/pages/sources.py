"""What content/pages holds, ready to be stored."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from codora.core.files import ContentError, name_of
from codora.core.languages import ENGLISH
from codora.core.texts import TextFile
from codora.pages.contents import Contents, home_contents, page_contents
from codora.pages.facts import PageFacts, read_facts, read_home_facts
from codora.pages.files import HOME, page_files, page_folders, read_page, read_page_file
from codora.pages.rules import check_body, check_words
from codora.pages.stream import Shelf, Writer


@dataclass(frozen=True)
class Source:
    """One file. `missing` are the keys it lacks; while there are any, `contents` is empty.

    `path` is its folder below content/pages, which is the page's address; `type` is that of page.yaml.
    """

    file: Path
    path: str
    type: str
    position: int
    language: str
    missing: list[str]
    contents: Contents
    is_draft: bool = False

    def __str__(self) -> str:
        return name_of(self.file)

    @property
    def slug(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def parent(self) -> str:
        """Path of the page above; empty for the home page."""
        return "" if self.path == HOME else self.path.rpartition("/")[0] or HOME


def read_sources(root: Path, shelf: Shelf) -> Iterator[Source]:
    """Every file, parents before children, then by position. Raises ContentError."""
    home = read_home_facts(root / HOME)
    yield from _translations(root / HOME, root, PageFacts("link"), lambda words: home_contents(words, home))
    folders = [folder for folder in page_folders(root) if folder != root / HOME]
    pages = [(folder, read_facts(folder)) for folder in folders]
    for folder, facts in sorted(pages, key=lambda page: (len(page[0].parts), page[1].position, page[0])):
        yield from _pages(folder, root, facts, shelf)


def _pages(folder: Path, root: Path, facts: PageFacts, shelf: Shelf) -> Iterator[Source]:
    english = read_page_file(_english(folder))
    check_words(english, facts)
    check_body(english.body, facts, english.file)

    def contents_of(words: TextFile) -> Contents:
        path = str(folder.relative_to(root))
        return page_contents(
            words, english.body.parts, facts, Writer(path, folder, words.texts, facts.blocks, shelf)
        )

    yield from _translations(folder, root, facts, contents_of)


def _translations(
    folder: Path, root: Path, facts: PageFacts, contents_of: Callable[[TextFile], Contents]
) -> Iterator[Source]:
    english = read_page(_english(folder))
    path = str(folder.relative_to(root))
    page_type = HOME if path == HOME else facts.type
    for language, file in page_files(folder).items():
        words = read_page(file)
        unknown = words.texts.keys() - english.texts.keys()
        if unknown:
            raise ContentError(file, f"{min(unknown)}: English has no such key.")
        missing = words.missing(english)
        try:
            contents = {} if missing else contents_of(words)
        except KeyError as error:  # English lacks it, so no translation was asked for it
            raise ContentError(file, f"{error.args[0]}: a text is needed here.") from None
        yield Source(file, path, page_type, facts.position, language, missing, contents, facts.draft)


def _english(folder: Path) -> Path:
    files = page_files(folder)
    if ENGLISH not in files:
        raise ContentError(folder, f"a file in English ({ENGLISH}) is missing.")
    return files[ENGLISH]
