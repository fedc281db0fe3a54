"""A made-up language for tests: «longer than English», so that text that is cut off or untranslated shows."""

import re

import polib

from codora.core.catalogues.files import new_catalogue

KEPT = re.compile(r"(%\(\w+\)[sd]|\{\w+\}|<[^>]+>|%%)")
ACCENTED = str.maketrans("aeiouAEIOUcnsz", "áéíóúÁÉÍÓÚčñšž")


def pseudo_catalogue(template: polib.POFile) -> polib.POFile:
    """Every message of the template, lengthened; placeholders and tags stay."""
    catalogue = new_catalogue("en")
    for entry in template:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: pseudo(entry.msgid), 1: pseudo(entry.msgid_plural)}
        else:
            entry.msgstr = pseudo(entry.msgid)
        catalogue.append(entry)
    return catalogue


def pseudo(text: str) -> str:
    parts = KEPT.split(text)
    parts[::2] = [part.translate(ACCENTED) for part in parts[::2]]
    return f"«{''.join(parts)}{' ~' * (len(text) // 8)}»"
