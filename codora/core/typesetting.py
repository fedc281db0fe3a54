"""Documents and pictures by typst: a template of ours and content as data."""

import json
import threading
from functools import cache
from typing import Any, Literal, cast

import typst
from django.conf import settings

from codora.core.typefaces import FOLDERS

_one_at_a_time = threading.Lock()


class TypesettingError(Exception):
    """The file could not be made as it should be: a face, a picture or a character is missing."""


def typeset_pdf(template: str, content: dict[str, Any]) -> bytes:
    """A PDF/UA-1 file. See `_typeset`."""
    return _typeset(template, content, format="pdf", pdf_standards=["ua-1"])


def typeset_png(template: str, content: dict[str, Any]) -> bytes:
    """The one page of the template, a pixel a point. See `_typeset`."""
    return _typeset(template, content, format="png", ppi=72)


def typeset_pages(template: str, content: dict[str, Any], *, ppi: int = 72) -> list[bytes]:
    """Every page as a PNG. See `_typeset`."""
    pages: bytes | list[bytes] = _typeset(template, content, format="png", ppi=ppi)
    return pages if isinstance(pages, list) else [pages]


def _typeset(
    template: str, content: dict[str, Any], *, format: Literal["pdf", "png"], **options: Any
) -> bytes:
    """`template` is a path from the repository's root. It reads `content` as JSON from the input `content`.

    Content is data, never Typst code. A warning, such as a missing face, is an error here, and no error
    quotes the content: it may be somebody's name. Raises TypesettingError. Takes a few milliseconds; calls
    from several threads wait for each other.
    """
    inputs = {"content": json.dumps(content)}
    try:
        with _one_at_a_time:
            file, warnings = _compiler(template).compile_with_warnings(
                sys_inputs=inputs, format=format, **options
            )
    except typst.TypstError:
        raise TypesettingError(f"{template} could not be typeset.") from None
    if warnings:
        raise TypesettingError(f"{template} was typeset with {len(warnings)} warnings.")
    return cast(bytes, file)


@cache
def _compiler(template: str) -> typst.Compiler:
    """Made once: it keeps the faces and the parsed template, which is most of the work."""
    return typst.Compiler(
        str(settings.ROOT / template),
        root=str(settings.ROOT),
        font_paths=[str(folder) for folder in FOLDERS],
        ignore_system_fonts=True,
    )
