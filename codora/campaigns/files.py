"""Reading content/campaigns.

<campaign>/campaign.yaml            facts, once; the days and targets of each edition
<campaign>/text.<language>.yaml     its words (codora.core.texts); about, for_whom and take_part are Markdown
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
from django.conf import settings

from codora.campaigns.models import Audience, Measure
from codora.core.files import ContentError, read_as
from codora.core.languages import ENGLISH
from codora.core.markdown import to_html
from codora.core.texts import TextFile, read_texts

PLAIN = ("name", "lead")
FORMATTED = ("about", "for_whom", "take_part")
Goal = Annotated[int, msgspec.Meta(gt=0)]


class DaysEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    soon: date
    first: date
    last: date
    opens: Annotated[str, msgspec.Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")] = "00:00"


class SpecialEntry(DaysEntry, forbid_unknown_fields=True, kw_only=True):
    country: str = ""
    audience: Audience | None = None


class EditionEntry(DaysEntry, forbid_unknown_fields=True, kw_only=True):
    thanks: date
    special: list[SpecialEntry] = []
    targets: dict[Measure, Goal] = {}


class CampaignFile(msgspec.Struct, forbid_unknown_fields=True):
    position: int
    published: bool
    editions: dict[int, EditionEntry]
    hashtag: str = ""
    website: str = ""


@dataclass(frozen=True)
class CampaignFolder:
    """`texts` are complete; languages that lack a text are in `incomplete`, with what they lack."""

    path: Path
    facts: CampaignFile
    texts: dict[str, TextFile]
    incomplete: dict[str, list[str]]

    @property
    def slug(self) -> str:
        return self.path.name


def read_campaign(folder: Path) -> CampaignFolder:
    """A campaign, checked. Raises ContentError for the first thing that is wrong."""
    file = folder / "campaign.yaml"
    facts = read_as(CampaignFile, file)
    for year, edition in facts.editions.items():
        for days in (edition, *edition.special):
            if not days.soon <= days.first <= days.last:
                raise ContentError(file, f"editions.{year}: soon, first and last must come in this order.")
    texts = {language: read_texts(path) for language, path in text_files(folder).items()}
    _check_texts(folder, texts)
    missing = {language: words.missing(texts[ENGLISH]) for language, words in texts.items()}
    complete = {language: words for language, words in texts.items() if not missing[language]}
    return CampaignFolder(folder, facts, complete, {code: keys for code, keys in missing.items() if keys})


def text_files(folder: Path) -> dict[str, Path]:
    """Language → file of each translation of the campaign."""
    return {file.name.split(".")[1]: file for file in sorted(folder.glob("text.*.yaml"))}


def rich_text(markdown: str) -> str:
    """HTML as the editor of the CMS would store it."""
    html = re.sub(r">\s+<", "><", " ".join(to_html(markdown).split()))
    for ours, theirs in (("strong", "b"), ("em", "i")):
        html = html.replace(f"<{ours}>", f"<{theirs}>").replace(f"</{ours}>", f"</{theirs}>")
    return html


def _check_texts(folder: Path, texts: dict[str, TextFile]) -> None:
    needed = {*PLAIN, *FORMATTED}
    english = folder / f"text.{ENGLISH}.yaml"
    if ENGLISH not in texts:
        raise ContentError(english, "the file is missing.")
    for key in sorted(needed - texts[ENGLISH].texts.keys()):
        raise ContentError(english, f"{key}: a text is needed here.")
    for language, words in texts.items():
        file = folder / f"text.{language}.yaml"
        if language not in dict(settings.WAGTAIL_CONTENT_LANGUAGES):
            raise ContentError(file, f"{language} is not one of the site's languages.")
        for key in sorted(words.texts.keys() - needed):
            raise ContentError(file, f"{key}: there is no such text of a campaign.")
