"""Noting in a translated file which English texts it was made from."""

import re
from pathlib import Path

from codora.core.files import ContentError, read_text
from codora.core.languages import ENGLISH
from codora.core.texts import digest
from codora.pages.files import read_page

STAMPS = re.compile(r"^from:.*\n(?:[ \t]+.*\n)*", re.MULTILINE)
END_OF_FRONT_MATTER = re.compile(r"(?<=\n)---\n")


def stamp(file: Path) -> int:
    """Rewrites the file's `from` with the digest of each English text that it translates; how many there are.

    Works on text.<language>.yaml of an activity and on the files of pages. Says that all of the file is up to
    date, so it is for whoever has just read all of it. Raises ContentError.
    """
    english = read_page(_english_of(file)).texts
    keys = [key for key in read_page(file).texts if key in english]
    stamps = "from:\n" + "".join(f'  {key}: "{digest(english[key])}"\n' for key in keys)
    text = STAMPS.sub("", read_text(file))
    if file.suffix == ".md":
        text = END_OF_FRONT_MATTER.sub(f"{stamps}---\n", text, count=1)
    else:
        text = f"{text.rstrip()}\n{stamps}"
    file.write_text(text, encoding="utf-8")
    return len(keys)


def _english_of(file: Path) -> Path:
    """de.md → en.md, text.de.yaml → text.en.yaml"""
    *before, language, suffix = file.name.split(".")
    if language == ENGLISH:
        raise ContentError(file, "English is the source; only translations are stamped.")
    return file.with_name(".".join([*before, ENGLISH, suffix]))
