"""Words as the index knows them: without case and accents, so that “uberraschung” finds „Überraschung“."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"\w+")
# Letters that Unicode does not take apart into a letter and a mark.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
MIN_STEM = 4
ENDING = 2
"""Letters. Of a word longer than both together only the stem is looked for: “lanterns” finds “lantern”, and
„Laterne“ finds „Laternen“. This needs no grammar, and 24 languages need no more."""


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_PLAIN)


def folded(text: str) -> str:
    """Every word of the text, folded, a space between."""
    return " ".join(part for word in WORD.findall(text) for part in WORD.findall(fold(word)))


def stems(query: str) -> list[str]:
    """What the words of a query must begin with, each once."""
    return list(dict.fromkeys(_stem(word) for word in folded(query).split()))


def _stem(word: str) -> str:
    return word[:-ENDING] if len(word) >= MIN_STEM + ENDING else word
