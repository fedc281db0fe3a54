"""The content that ships, as things to translate: each activity, campaign and page with its files."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from codora.campaigns import files as campaign_files
from codora.core.languages import ENGLISH
from codora.core.texts import TextFile
from codora.curriculum.files import text_files
from codora.pages.files import page_files, page_folders, read_page


@dataclass(frozen=True)
class Item:
    """`area` is its column in the coverage; `files` and `texts` are by language."""

    area: str
    files: dict[str, Path]
    texts: dict[str, TextFile]

    @property
    def english(self) -> TextFile:
        return self.texts[ENGLISH]


def content_items() -> Iterator[Item]:
    """Raises ContentError for a file that cannot be read."""
    for folder in sorted(file.parent for file in (settings.CONTENT / "activities").glob("*/activity.yaml")):
        yield _item(folder.name, text_files(folder))
    for file in sorted((settings.CONTENT / "campaigns").glob("*/campaign.yaml")):
        yield _item("campaigns", campaign_files.text_files(file.parent))
    for folder in page_folders(settings.CONTENT / "pages"):
        yield _item("pages", page_files(folder))


def _item(area: str, files: dict[str, Path]) -> Item:
    return Item(area, files, {language: read_page(file) for language, file in files.items()})
