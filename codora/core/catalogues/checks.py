"""What must survive translation: placeholders, HTML tags, targets of links."""

import re
from collections import Counter
from collections.abc import Iterator

import polib

PLACEHOLDER = re.compile(r"(?<!%)%\(\w+\)[sd]|\{\w+\}")
TAG = re.compile(r"</?[a-z][^<>]*>")
LINK = re.compile(r"\]\(([^)\s]+)\)")
# In a plural form for one number, words may stand for it: “one level”.
COUNTS = {"%(number)s", "%(count)s", "{n}", "{number}", "{count}"}


def faults_of(english: str, translation: str) -> Iterator[str]:
    """What the translation lost or invented, in words."""
    for kind, pattern in (("placeholder", PLACEHOLDER), ("tag", TAG), ("link", LINK)):
        wanted, found = Counter(pattern.findall(english)), Counter(pattern.findall(translation))
        yield from (f"lost the {kind} {item}" for item in wanted - found)
        yield from (f"has the {kind} {item}, which English has not" for item in found - wanted)


def faults_of_catalogue(catalogue: polib.POFile) -> Iterator[tuple[int, str, str]]:
    """(line, English text, what is wrong) of every translated message."""
    for entry in catalogue.translated_entries():
        faults = _plural_faults(entry) if entry.msgid_plural else faults_of(entry.msgid, entry.msgstr)
        for fault in faults:
            yield entry.linenum, entry.msgid, fault


def _plural_faults(entry: polib.POEntry) -> Iterator[str]:
    for form in entry.msgstr_plural.values():
        english = entry.msgid_plural
        for count in COUNTS:
            if count in english and count not in form:
                english = english.replace(count, "")
        yield from faults_of(english, form)
