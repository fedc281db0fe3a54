"""What a browser may send: a batch of events, typed so tightly that no free text fits in.

A stored payload is a MessagePack list of `[kind, *fields]` in the order in which the fields stand here:
append fields, never reorder them.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from codora.play.ingest.problem import Problem
from codora.play.ingest.writer import Row

MAX_BODY = 16 * 1024
"""Bytes. Fifty events of the longest kind take about 11 kB."""

Name = Annotated[str, Meta(max_length=64)]
"""A slug or a code; the app looks it up, so that only known ones pass."""
Count = Annotated[int, Meta(ge=0, le=100_000)]
Sequence = Annotated[int, Meta(ge=1, le=10_000_000)]
Key = Annotated[str, Meta(max_length=64)]
"""Key of the message that was told, as in the level schema; empty when none was. `names` checks its form."""
Session = Annotated[str, Meta(pattern=r"^20[0-9]{2}(0[1-9]|1[0-2])\.[A-Za-z0-9_-]{21}[AQgw]\Z")]
"""Year and month, a dot, and 16 random bytes in base64url without padding."""


class Event(msgspec.Struct, gc=False, forbid_unknown_fields=True, tag_field="kind", tag=str.lower):
    activity: Name


class Start(Event):
    """A level was opened."""

    level: Name


class Run(Event):
    """A program ran to its end. `result` as in the level schema."""

    level: Name
    result: Literal["won", "goal_unmet", "crash", "misplaced", "endless", "structure"]
    say: Key
    blocks: Count
    view: Literal["strip", "blocks"]


class Win(Event):
    """A level was won, after `seconds` on its page."""

    level: Name
    blocks: Count
    marks: Annotated[tuple[Literal["works", "tidy", "explained"], ...], Meta(max_length=3)]
    seconds: Count


class Hint(Event):
    level: Name
    hint: Literal[1, 2, 3]


class Finish(Event):
    """Every level is won. `first`: never before in this browser, as far as it knows."""

    language: Name
    minutes: Count
    first: bool


AnyEvent = Start | Run | Win | Hint | Finish
KINDS: dict[str, type[AnyEvent]] = {kind.__name__.lower(): kind for kind in (Start, Run, Win, Hint, Finish)}

_KIND_OF = {kind: name for name, kind in KINDS.items()}


class Batch(msgspec.Struct, gc=False, forbid_unknown_fields=True):
    """Events `first`, `first + 1` … of a session."""

    session: Session
    first: Sequence
    events: Annotated[tuple[AnyEvent, ...], Meta(min_length=1, max_length=50)]

    @property
    def month(self) -> int:
        """Year and month as one number: 202611."""
        return int(self.session[:6])

    def row(self) -> Row:
        payload = pack(self.events)
        return Row(
            month=self.month,
            session=base64.urlsafe_b64decode(self.session[7:] + "=="),
            first=self.first,
            size=len(self.events),
            digest=hashlib.sha256(payload).digest()[:16],
            payload=payload,
        )


_decoder = msgspec.json.Decoder(Batch)
_encoder = msgspec.msgpack.Encoder()
_FIELD = re.compile(r"^(?P<detail>.*) - at `\$\.?(?P<field>.*)`\Z", re.DOTALL)


def parse(body: bytes) -> Batch:
    """The batch in a request's body.

    Raises `Problem`: 400 if it is not JSON, 422 with the field if it is another shape.
    """
    try:
        return _decoder.decode(body)
    except msgspec.ValidationError as error:
        found = _FIELD.match(str(error))
        raise (
            Problem.field(found["field"], found["detail"]) if found else Problem.field("", str(error))
        ) from None
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise Problem(400, "The body is not JSON.") from None


def pack(events: tuple[AnyEvent, ...]) -> bytes:
    return _encoder.encode([(_KIND_OF[type(event)], *msgspec.structs.astuple(event)) for event in events])


def unpack(payload: bytes) -> list[AnyEvent]:
    """The events of a stored payload."""
    return [KINDS[kind](*fields) for kind, *fields in msgspec.msgpack.decode(payload)]
