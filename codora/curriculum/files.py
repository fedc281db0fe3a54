"""Reading content/activities.

<activity>/activity.yaml            facts, once; the order of the levels
<activity>/levels/<level>.yaml      one level each (engine/src/schema/level.schema.json)
<activity>/text.<language>.yaml     every text of the activity and its levels (codora.core.texts)
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from django.conf import settings
from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match

from codora.core.files import ContentError, read_as, read_yaml
from codora.core.languages import ENGLISH
from codora.core.texts import TextFile, read_texts
from codora.curriculum.models import Activity

LEVEL_SCHEMA = settings.ROOT / "engine" / "src" / "schema" / "level.schema.json"

Device = Literal["computer", "tablet", "phone", "paper"]
Concept = Literal["sequence", "repeat", "until", "if", "if_else"]
"""As in the level schema. The site has a picture and a name for each."""
Age = Annotated[int, msgspec.Meta(ge=3, le=120)]


class ActivityFile(msgspec.Struct, forbid_unknown_fields=True):
    position: int
    featured: bool
    ages: tuple[Age, Age]
    minutes: Annotated[int, msgspec.Meta(ge=5, le=240)]
    reading: Activity.Reading
    devices: Annotated[list[Device], msgspec.Meta(min_length=1)]
    concepts: Annotated[list[Concept], msgspec.Meta(min_length=1)]
    levels: Annotated[list[str], msgspec.Meta(min_length=1)]


@dataclass(frozen=True)
class ActivityFolder:
    path: Path
    facts: ActivityFile
    levels: dict[str, dict[str, Any]]
    texts: dict[str, TextFile]

    @property
    def slug(self) -> str:
        return self.path.name


def read_activity(folder: Path) -> ActivityFolder:
    """An activity, checked. Raises ContentError for the first thing that is wrong."""
    file = folder / "activity.yaml"
    facts = read_as(ActivityFile, file)
    if facts.ages[0] > facts.ages[1]:
        raise ContentError(file, f"ages: {facts.ages[0]} comes after {facts.ages[1]}.")
    levels = {slug: _read_level(folder / "levels" / f"{slug}.yaml") for slug in facts.levels}
    unlisted = {path.stem for path in (folder / "levels").glob("*.yaml")} - levels.keys()
    if unlisted:
        raise ContentError(
            file, f"levels: {', '.join(sorted(unlisted))} has a file but no place in the order."
        )
    texts = {language: read_texts(path) for language, path in text_files(folder).items()}
    _check_texts(folder, texts, facts)
    return ActivityFolder(folder, facts, levels, texts)


def text_files(folder: Path) -> dict[str, Path]:
    """Language → file of each translation of the activity."""
    return {file.name.split(".")[1]: file for file in sorted(folder.glob("text.*.yaml"))}


def _read_level(file: Path) -> dict[str, Any]:
    level: dict[str, Any] = read_yaml(file)
    error = best_match(_level_validator().iter_errors(level))
    if error is not None:
        raise ContentError(file, f"{error.json_path.removeprefix('$.')}: {error.message}")
    return level


@cache
def _level_validator() -> Draft7Validator:
    return Draft7Validator(json.loads(LEVEL_SCHEMA.read_text()))


def _check_texts(folder: Path, texts: dict[str, TextFile], facts: ActivityFile) -> None:
    if ENGLISH not in texts:
        raise ContentError(folder / f"text.{ENGLISH}.yaml", "the file is missing.")
    for key in _needed_keys(facts):
        if not texts[ENGLISH].texts.get(key):
            raise ContentError(folder / f"text.{ENGLISH}.yaml", f"{key}: a text is needed here.")
    known = dict(settings.LANGUAGES)
    for language, words in texts.items():
        file = folder / f"text.{language}.yaml"
        if language not in known:
            raise ContentError(file, f"{language} is not one of the site's languages.")
        unknown = words.texts.keys() - texts[ENGLISH].texts.keys()
        if unknown:
            raise ContentError(file, f"{min(unknown)}: English has no such key.")


def _needed_keys(facts: ActivityFile) -> list[str]:
    """What the site's pages show; what a level needs beyond its title is the prover's business."""
    learned = [f"learned.{concept}" for concept in facts.concepts]
    return ["title", "lead", "make", "finished", *learned, *(f"{level}.title" for level in facts.levels)]
