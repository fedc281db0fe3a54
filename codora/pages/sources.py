"""What content/pages holds, ready to be stored."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from codora.core.files import ContentError, name_of
from codora.core.languages import ENGLISH
from codora.core.texts import TextFile
from codora.pages.contents import Contents, home_contents, text_page_contents
from codora.pages.files import page_files, read_home_facts, read_page

HOME = "home"


@dataclass(frozen=True)
class Source:
    """One file. `missing` are the keys it lacks; while there are any, `contents` is empty."""

    file: Path
    slug: str
    language: str
    missing: list[str]
    contents: Contents

    def __str__(self) -> str:
        return name_of(self.file)


def read_sources(folder: Path) -> Iterator[Source]:
    """Every file, home pages first: the others stand under them. Raises ContentError."""
    facts = read_home_facts(folder / HOME)
    yield from _read_folder(folder / HOME, partial(home_contents, facts=facts))
    for path in sorted(path for path in folder.iterdir() if path.is_dir() and path.name != HOME):
        yield from _read_folder(path, text_page_contents)


def _read_folder(folder: Path, contents_of: Callable[[TextFile], Contents]) -> Iterator[Source]:
    files = page_files(folder)
    if ENGLISH not in files:
        raise ContentError(folder, f"a file in English ({ENGLISH}) is missing.")
    english = read_page(files[ENGLISH])
    for language, file in files.items():
        words = read_page(file)
        unknown = words.texts.keys() - english.texts.keys()
        if unknown:
            raise ContentError(file, f"{min(unknown)}: English has no such key.")
        missing = words.missing(english)
        try:
            contents = {} if missing else contents_of(words)
        except KeyError as error:  # English lacks it, so no translation was asked for it
            raise ContentError(file, f"{error.args[0]}: a text is needed here.") from None
        yield Source(file, folder.name, language, missing, contents)
