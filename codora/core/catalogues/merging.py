"""Bringing a catalogue up to date with the sources."""

from difflib import SequenceMatcher

import polib

from codora.core.catalogues.files import form_count

# From this likeness on, an old translation is offered for a changed text, marked as stale.
ALIKE = 0.75

Key = tuple[str | None, str]


def merge(catalogue: polib.POFile, template: polib.POFile) -> polib.POFile:
    """The template's messages with the catalogue's translations.

    A message whose English text changed a little keeps its translation, marked fuzzy with the text it was
    made from: it is stale, and English is shown until someone has looked at it. Translations of messages that
    are gone are dropped.
    """
    merged = polib.POFile(wrapwidth=100)
    merged.metadata, merged.header = catalogue.metadata, catalogue.header
    old = {_key(entry): entry for entry in catalogue if not entry.obsolete}
    gone = [old[key] for key in old.keys() - {_key(entry) for entry in template} if _is_filled(old[key])]
    for entry in template:
        fresh = _copy(entry, form_count(catalogue))
        if _key(entry) in old:
            _take_translation(fresh, old[_key(entry)])
        elif source := _most_alike(entry, gone):
            _take_translation(fresh, source)
            _mark_stale(fresh, source)
        merged.append(fresh)
    return merged


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid


def _is_filled(entry: polib.POEntry) -> bool:
    return bool(entry.msgstr or any(entry.msgstr_plural.values()))


def _copy(entry: polib.POEntry, forms: int) -> polib.POEntry:
    return polib.POEntry(
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgctxt=entry.msgctxt,
        msgstr_plural=dict.fromkeys(range(forms), "") if entry.msgid_plural else {},
        occurrences=entry.occurrences,
        comment=entry.comment,
        flags=list(entry.flags),
    )


def _take_translation(entry: polib.POEntry, source: polib.POEntry) -> None:
    entry.tcomment = source.tcomment
    if entry.msgid_plural and source.msgid_plural:
        entry.msgstr_plural.update(source.msgstr_plural)
    elif not entry.msgid_plural and not source.msgid_plural:
        entry.msgstr = source.msgstr
    if source.fuzzy:
        _mark_stale(entry, source)


def _mark_stale(entry: polib.POEntry, source: polib.POEntry) -> None:
    if _is_filled(entry):
        entry.flags = sorted({*entry.flags, "fuzzy"})
        entry.previous_msgid = source.previous_msgid or source.msgid


def _most_alike(entry: polib.POEntry, gone: list[polib.POEntry]) -> polib.POEntry | None:
    best, likeness = None, ALIKE
    for candidate in gone:
        matcher = SequenceMatcher(None, candidate.msgid, entry.msgid)
        if matcher.quick_ratio() >= likeness and matcher.ratio() >= likeness:
            best, likeness = candidate, matcher.ratio()
    return best
