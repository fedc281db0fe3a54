"""Translated text of content: one YAML file a language, with a text for each key.

    review: draft             # who vouches for it: draft, or native once a native speaker has read all of it
    from: {title: 1f0c9a3e}   # digest of the English text that each key was translated from
    title: …
    hints: {nudge: …}         # nested keys are joined: hints.nudge

English is the source: its files have neither `review` nor `from`.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codora.core.files import ContentError, read_yaml
from codora.core.review import Review


def digest(text: str) -> str:
    """What a translation keeps of the English text that it was made from."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:8]


@dataclass(frozen=True)
class TextFile:
    """`texts` by flat key; `made_from` are the digests of the English texts by key."""

    review: str
    texts: Mapping[str, str]
    made_from: Mapping[str, str]

    def missing(self, english: "TextFile") -> list[str]:
        return [key for key in english.texts if not self.texts.get(key)]

    def stale(self, english: "TextFile") -> list[str]:
        """Keys whose English text is another than the one they were translated from."""
        return [
            key
            for key, text in english.texts.items()
            if self.texts.get(key) and self.made_from.get(key) != digest(text)
        ]


def read_texts(file: Path) -> TextFile:
    return texts_from(read_yaml(file), file)


def texts_from(content: Any, file: Path) -> TextFile:
    """The file's content, already parsed. Raises ContentError."""
    if not isinstance(content, dict):
        raise ContentError(file, "a mapping of keys to texts was expected.")
    review = content.pop("review", Review.NATIVE)
    if review not in Review.values:
        raise ContentError(file, f"review: {review!r} is neither draft nor native.")
    made_from = content.pop("from", {})
    if not isinstance(made_from, dict):
        raise ContentError(file, "from: a mapping of keys to digests was expected.")
    return TextFile(review, dict(_flat(content, file)), made_from)


def _flat(content: Mapping[str, Any], file: Path, prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in content.items():
        if isinstance(value, dict):
            yield from _flat(value, file, f"{prefix}{key}.")
        elif isinstance(value, str):
            yield f"{prefix}{key}", value.strip()
        else:
            raise ContentError(file, f"{prefix}{key}: text was expected, not {value!r}.")
