"""Parts of a file (RFC 9110, section 14): players of films jump to one, and Safari plays none without."""

import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import IO, cast

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

RANGE = re.compile(r"bytes=(?P<first>[0-9]{0,18})-(?P<last>[0-9]{0,18})")
CHUNK = 64 * 1024


def part_or_whole(request: HttpRequest, whole: HttpResponseBase) -> HttpResponseBase:
    """The part that the request asks for, if it asks for one: several parts, or a part of what the file was
    before (`If-Range`), get the whole of it, as the standard allows."""
    if not isinstance(whole, FileResponse):
        return whole
    whole["Accept-Ranges"] = "bytes"
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    is_same = request.headers.get("If-Range", whole["Last-Modified"]) == whole["Last-Modified"]
    if asked is None or not is_same or request.method != "GET":
        return whole
    size = int(whole["Content-Length"])
    bounds = _bounds(asked["first"], asked["last"], size)
    if bounds is None:
        return whole
    if not bounds:
        whole.close()
        status = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
        return HttpResponse(status=status, headers={"Content-Range": f"bytes */{size}"})
    whole.status_code = HTTPStatus.PARTIAL_CONTENT
    whole["Content-Range"] = f"bytes {bounds.start}-{bounds.stop - 1}/{size}"
    whole["Content-Length"] = str(len(bounds))
    whole.streaming_content = _read(cast(IO[bytes], whole.file_to_stream), bounds)
    return whole


def _bounds(first: str, last: str, size: int) -> range | None:
    """Which bytes; an empty range if the file has none there, None if nothing sensible was asked."""
    if not first:
        return range(max(0, size - int(last)), size) if last else None
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last) + 1, size) if last else size)


def _read(file: IO[bytes], bounds: range) -> Iterator[bytes]:
    file.seek(bounds.start)
    left = len(bounds)
    while left and (chunk := file.read(min(CHUNK, left))):
        left -= len(chunk)
        yield chunk
