"""Why a request was refused, as a problem document (RFC 9457). English: its readers are programmers."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import msgspec


class Problem(Exception):
    """A refusal. `members` are further members of the document, `headers` further headers of the answer."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        members: dict[str, Any] | None = None,
        headers: tuple[tuple[bytes, bytes], ...] = (),
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.members = members or {}
        self.headers = headers

    @classmethod
    def field(cls, field: str, detail: str) -> Problem:
        """422 that names a field by its path, such as `events[2].level`; empty for the document itself."""
        where = f"The field {field}" if field else "The document"
        return cls(
            422, f"{where} is not valid: {detail}.", members={"errors": [{"field": field, "detail": detail}]}
        )

    @classmethod
    def later(cls, status: int, detail: str, *, seconds: int) -> Problem:
        """A refusal for now: the same request may succeed after `seconds`."""
        return cls(status, detail, headers=((b"retry-after", str(seconds).encode()),))

    def body(self) -> bytes:
        return msgspec.json.encode(
            {
                "type": "about:blank",
                "title": HTTPStatus(self.status).phrase,
                "status": self.status,
                "detail": self.detail,
                **self.members,
            }
        )
