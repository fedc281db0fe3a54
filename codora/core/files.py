"""Reading content files. What is wrong with one is told as a `ContentError` with file, place and reason."""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml
from django.conf import settings

Shape = TypeVar("Shape")


class ContentError(Exception):
    """A content file that cannot be loaded. The message names the file, the place in it, and the fault."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{name_of(file)}: {reason}")


def name_of(file: Path) -> str:
    """How a file is named to people: its path in the repository."""
    return str(file.relative_to(settings.ROOT) if file.is_relative_to(settings.ROOT) else file)


class Yaml12Loader(yaml.SafeLoader):
    """YAML 1.2, as the engine's tools read it: `no` is a word, `NO` is Norway, and 12:30 is no number.

    A key that comes twice is an error, as the standard says: else the first text would be lost in silence.
    """

    yaml_implicit_resolvers: dict[str, Any] = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    problem=f"the key {key.value} is there twice", problem_mark=key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)


for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", ["n", "~", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+(?:[eE][-+]?[0-9]+)?", "-+0123456789"),
):
    Yaml12Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), list(_first)
    )


def read_text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(file, "the file is missing.") from None
    except UnicodeDecodeError:
        raise ContentError(file, "the file is not in UTF-8.") from None


def read_yaml(file: Path) -> Any:
    return parse_yaml(read_text(file), file)


def parse_yaml(text: str, file: Path) -> Any:
    try:
        return yaml.load(text, Loader=Yaml12Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}: " if mark else ""
        raise ContentError(file, f"{line}this is not YAML ({getattr(error, 'problem', error)}).") from None


def read_as(shape: type[Shape], file: Path) -> Shape:
    """The file's content as a msgspec type."""
    try:
        return msgspec.convert(read_yaml(file), shape)
    except msgspec.ValidationError as error:
        raise ContentError(file, str(error).replace("`$.", "`").replace("`$", "`")) from None
