"""What the sources say: every translatable message of a domain, as a template catalogue."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib
from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation.template import templatize

TRANSLATORS = ("Translators:",)
PYTHON_FORMAT = re.compile(r"%\(\w+\)[sd]")
WITH_CONTEXT = ((1, "c"), 2)
PYTHON_KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), WITH_CONTEXT),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
BROWSER_KEYWORDS = {"t": None, "tn": (1, 2), "tp": WITH_CONTEXT}


@dataclass(frozen=True)
class Message:
    text: str
    plural: str
    context: str | None
    comments: tuple[str, ...]


def template_of(domain: str) -> polib.POFile:
    """All messages of the domain with the files they stand in, in the order of the files."""
    template = polib.POFile()
    entries: dict[tuple[str | None, str], polib.POEntry] = {}
    for file, message in (_python_messages if domain == "django" else _browser_messages)():
        key = (message.context, message.text)
        if key not in entries:
            entries[key] = _entry(message)
            template.append(entries[key])
        _add_place(entries[key], file, message)
    return template


def _entry(message: Message) -> polib.POEntry:
    plural = {"msgid_plural": message.plural, "msgstr_plural": {0: "", 1: ""}} if message.plural else {}
    is_format = PYTHON_FORMAT.search(message.text + message.plural)
    return polib.POEntry(
        msgid=message.text,
        msgctxt=message.context,
        flags=["python-format"] if is_format else [],
        **plural,
    )


def _add_place(entry: polib.POEntry, file: Path, message: Message) -> None:
    place = (str(file.relative_to(settings.ROOT)), "")
    if place not in entry.occurrences:
        entry.occurrences.append(place)
    notes = [line for line in message.comments if line not in entry.comment]
    entry.comment = "\n".join(filter(None, [entry.comment, *notes]))
    if message.plural and not entry.msgid_plural:
        entry.msgid_plural, entry.msgstr_plural = message.plural, {0: "", 1: ""}


def _python_messages() -> Iterator[tuple[Path, Message]]:
    app_folder = settings.ROOT / "codora"
    for file in sorted(app_folder.rglob("*.py")):
        yield from _extract(file, "python", file.read_text(), PYTHON_KEYWORDS)
    for file in sorted([*app_folder.rglob("*.html"), *app_folder.rglob("templates/**/*.txt")]):
        # Django's own rewriting of templates for xgettext; indentation would mean something to Python.
        lines = templatize(file.read_text(), origin=str(file)).splitlines()
        yield from _extract(file, "python", "\n".join(line.strip() for line in lines), PYTHON_KEYWORDS)


def _browser_messages() -> Iterator[tuple[Path, Message]]:
    for folder in ("engine/src", "assets"):
        for file in sorted((settings.ROOT / folder).rglob("*.ts")):
            if not file.name.endswith(".test.ts"):
                yield from _extract(file, "javascript", file.read_text(), BROWSER_KEYWORDS)


def _extract(
    file: Path, method: str, source: str, keywords: Mapping[str, Any]
) -> Iterator[tuple[Path, Message]]:
    stream = io.BytesIO(source.encode())
    found = extract(method, stream, keywords, TRANSLATORS, {"encoding": "utf-8"}, strip_comment_tags=True)
    for _, text, comments, context in found:
        singular, plural = text if isinstance(text, tuple) else (text, "")
        yield file, Message(singular, plural, context, tuple(comments))
