"""Things that others wrote and anybody may report: each app registers its own, so this one knows none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


class Author(NamedTuple):
    """Somebody who answers for a thing, and the language of the mails to them."""

    email: str
    language: str


@dataclass(frozen=True)
class Thing:
    """`path`: its public address without the language; `country`: a code, empty for all of Europe."""

    title: str
    path: str
    authors: Sequence[Author]
    is_public: bool
    country: str = ""


@dataclass(frozen=True)
class Reportable:
    """`find` gives the thing with a key, or None; `hide` and `restore` write a log entry."""

    find: Callable[[str], Thing | None]
    hide: Callable[[str, "AbstractBaseUser"], None]
    restore: Callable[[str, "AbstractBaseUser"], None]


_kinds: dict[str, Reportable] = {}


def register_reportable(kind: str, reportable: Reportable) -> None:
    """`kind` stands in the address of the form: /report/<kind>/<key>/."""
    _kinds[kind] = reportable


def reportable(kind: str) -> Reportable | None:
    return _kinds.get(kind)


def find_thing(kind: str, key: str) -> Thing | None:
    known = _kinds.get(kind)
    return known.find(key) if known else None
