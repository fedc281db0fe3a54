"""The style guide: every component with its examples, the tokens, the icons and all art on one page."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import yaml
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

COMPONENTS = Path(__file__).parent / "components"
ASSETS = settings.ROOT / "assets"

# Mood and theme of the grounds on which each example stands.
GROUNDS = [(mood, theme) for mood in ("play", "work") for theme in ("light", "dark")]


class Example(msgspec.Struct, forbid_unknown_fields=True):
    """One entry of a component's examples.yaml. `tag` and `css_class` are of an element to stand in."""

    name: str
    values: dict[str, Any] = {}
    tag: str = "div"
    css_class: str = msgspec.field(default="", name="class")
    night: bool = False


@dataclass(frozen=True)
class Component:
    name: str
    purpose: str
    examples: list[Example] = field(default_factory=list)


def show_styleguide(request: HttpRequest) -> HttpResponse:
    """`/styleguide/`, for staff and developers."""
    if not (settings.DEBUG or request.user.is_staff):
        raise Http404
    context = {
        "components": all_components(),
        "grounds": GROUNDS,
        "colours": colour_tokens(),
        "icons": icon_names(),
        "art": json.loads((ASSETS / "art" / "manifest.json").read_text()),
    }
    return render(request, "core/styleguide.html", context)


def all_components() -> list[Component]:
    """Every component that has examples, by name."""
    return [_component(file.parent) for file in sorted(COMPONENTS.glob("*/examples.yaml"))]


def _component(folder: Path) -> Component:
    template = (folder / f"{folder.name}.html").read_text()
    comment = re.search(r"{% comment %}(.*?){% endcomment %}", template, re.DOTALL)
    examples = msgspec.convert(yaml.safe_load((folder / "examples.yaml").read_text()), list[Example])
    return Component(folder.name, comment[1].strip() if comment else "", examples)


def colour_tokens() -> list[str]:
    """Names of the custom properties in tokens.css that are colours."""
    tokens = (ASSETS / "css" / "tokens.css").read_text().partition("[data-theme")[0]
    lines = re.findall(r"--([\w-]+): ([^;]+);", tokens)
    colours = {name for name, value in lines if re.match(r"#|light-dark\(", value)}
    aliases = {
        name for name, value in lines if re.fullmatch(r"var\(--([\w-]+)\)", value) and value[6:-1] in colours
    }
    return [name for name, _ in lines if name in colours | aliases]


def icon_names() -> list[str]:
    lines = (ASSETS / "icons" / "list.txt").read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]
