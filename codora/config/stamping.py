"""Noting in a translated file which English texts it was made from."""

import re
from collections.abc import Collection
from pathlib import Path

from codora.core.files import ContentError, read_text
from codora.core.languages import ENGLISH
from codora.core.texts import digest
from codora.pages.files import read_page

STAMPS = re.compile(r"^from:.*\n(?:[ \t]+.*\n)*", re.MULTILINE)
REVIEW = re.compile(r"^review:.*\n", re.MULTILINE)


def stamp(file: Path, keys: Collection[str] = ()) -> int:
    """Brings the file's `from` up to date: for these keys, or for all that it translates; how many they were.

    Works on text.<language>.yaml of activities and campaigns and on files of pages; all else in it stays.
    For whoever has just translated those texts, or found that they still fit. Raises ContentError.
    """
    english, translation = read_page(_english_of(file)).texts, read_page(file)
    unknown = [key for key in keys if key not in english or key not in translation.texts]
    if unknown:
        raise ContentError(file, f"{unknown[0]}: there is no such text to stamp.")
    fresh = {key: digest(english[key]) for key in keys or translation.texts if key in english}
    stamps = {**translation.made_from, **fresh}
    lines = [f'  {key}: "{stamps[key]}"\n' for key in translation.texts if key in stamps]
    bare = STAMPS.sub("", read_text(file))
    stamped = REVIEW.sub(lambda review: f"{review[0]}from:\n{''.join(lines)}", bare, count=1)
    if stamped == bare:
        raise ContentError(file, "review: draft or native must stand at its head.")
    file.write_text(stamped, encoding="utf-8")
    return len(fresh)


def _english_of(file: Path) -> Path:
    """de.md → en.md, text.de.yaml → text.en.yaml"""
    *before, language, suffix = file.name.split(".")
    if language == ENGLISH:
        raise ContentError(file, "English is the source; only translations are stamped.")
    return file.with_name(".".join([*before, ENGLISH, suffix]))
