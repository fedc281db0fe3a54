"""Reading content files. What is wrong with one is told as a `ContentError` with file, place and reason."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml
from django.conf import settings

Shape = TypeVar("Shape")


class ContentError(Exception):
    """A content file that cannot be loaded. The message names the file, the place in it, and the fault."""

    def __init__(self, file: Path, reason: str) -> None:
        root = settings.ROOT
        name = file.relative_to(root) if file.is_relative_to(root) else file
        super().__init__(f"{name}: {reason}")


def read_yaml(file: Path) -> Any:
    try:
        return yaml.safe_load(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(file, "the file is missing.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}: " if mark else ""
        raise ContentError(file, f"{line}this is not YAML ({getattr(error, 'problem', error)}).") from None


def read_as(shape: type[Shape], file: Path) -> Shape:
    """The file's content as a msgspec type."""
    return as_shape(shape, read_yaml(file), file)


def as_shape(shape: type[Shape], value: Any, file: Path) -> Shape:
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        raise ContentError(file, str(error).replace("`$", "`")) from None
