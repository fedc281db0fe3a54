"""The page for developers: how to ask, and all that the description of the public API tells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from codora.config.api import openapi
from codora.core.languages import preferred_language
from codora.core.metadata import interface_page

Schema = Mapping[str, Any]
COMMON = ("language", "limit", "offset")
"""Told once for all addresses."""


@dataclass(frozen=True)
class Name:
    """A name in a question or in an object. `values`: all that it can be; `model`: what its objects are."""

    name: str
    kind: str
    description: str
    values: tuple[str, ...]
    model: str


@dataclass(frozen=True)
class Model:
    name: str
    description: str
    names: list[Name]


@dataclass(frozen=True)
class Address:
    """`answer`: the model of its object; `is_list`: of those in its results."""

    key: str
    path: str
    summary: str
    description: str
    parameters: list[Name]
    answer: str
    is_list: bool

    @property
    def own_parameters(self) -> list[Name]:
        """Those that not all addresses have."""
        return [each for each in self.parameters if each.name not in COMMON]


@dataclass(frozen=True)
class Group:
    """Addresses of one kind of object, and the models that they bring in."""

    title: str
    addresses: list[Address]
    models: list[Model]

    @property
    def key(self) -> str:
        return self.title.lower()


def redirect_to_reference(request: HttpRequest) -> HttpResponse:
    """`/api/v1/docs/` goes to the page in the browser's language."""
    language = preferred_language(request.headers.get("Accept-Language", ""))
    response = HttpResponseRedirect(f"/{language}/developers/", headers={"Cache-Control": "no-store"})
    patch_vary_headers(response, ["Accept-Language"])
    return response


def show_developers(request: HttpRequest) -> HttpResponse:
    """`/developers/`: `groups`; `common` names; `problems`, models of a refusal; `origin` for examples."""
    groups, common, problems = reference()
    context = {
        "groups": groups,
        "common": common,
        "problems": problems,
        "origin": settings.BASE_URL,
        "metadata": interface_page(
            title=_("For developers"),
            description=_("What Codora publishes, for programs: no key, no account, from any website."),
            path=request.path,
        ),
    }
    return render(request, "config/developers.html", context)


@cache
def reference() -> tuple[list[Group], list[Name], list[Model]]:
    """What `openapi()` describes, in the order in which it is read: by kind, in common, refusals."""
    models: Schema = openapi()["components"]["schemas"]
    told = dict.fromkeys(("Problem", "Fault"))
    groups: dict[str, Group] = {}
    common: dict[str, Name] = {}
    for path, operations in openapi()["paths"].items():
        operation = operations["get"]
        [title] = operation["tags"]
        group = groups.setdefault(title, Group(title, [], []))
        address = _address(path, operation, models)
        common |= {each.name: each for each in address.parameters if each.name in COMMON}
        group.addresses.append(address)
        for name in _parts(address.answer, models):
            if name not in told:
                told[name] = None
                group.models.append(_model(name, models))
    return list(groups.values()), list(common.values()), [_model("Problem", models), _model("Fault", models)]


def _address(path: str, operation: Schema, models: Schema) -> Address:
    answer = _reference(operation["responses"]["200"]["content"]["application/json"]["schema"])
    results = models[answer]["properties"].get("results")
    return Address(
        key=operation["operationId"].replace("_", "-"),
        path=path,
        summary=operation["summary"],
        description=operation["description"],
        parameters=[
            _name(each["name"], each["schema"], models)
            for each in operation["parameters"]
            if each["in"] == "query"
        ],
        answer=_reference(results["items"]) if results else answer,
        is_list=bool(results),
    )


def _parts(name: str, models: Schema) -> Iterator[str]:
    """The model, and those of the objects in it."""
    yield name
    for field in models[name].get("properties", {}).values():
        part = _name("", field, models).model
        if part:
            yield from _parts(part, models)


def _model(name: str, models: Schema) -> Model:
    names = [_name(each, field, models) for each, field in models[name]["properties"].items()]
    return Model(name, models[name].get("description", ""), names)


def _name(name: str, field: Schema, models: Schema) -> Name:
    kinds = field.get("anyOf", [field])
    is_list = kinds[0].get("type") == "array"
    item: Schema = kinds[0]["items"] if is_list else kinds[0]
    reference = _reference(item)
    resolved: Schema = models[reference] if reference else item
    model = reference if "properties" in resolved else ""
    word = model or resolved.get("format") or resolved["type"]
    may_be_null = {"type": "null"} in kinds
    return Name(
        name=name,
        kind=f"{word}{'[]' if is_list else ''}{' | null' if may_be_null else ''}",
        description=field.get("description", ""),
        values=tuple(resolved.get("enum", ())),
        model=model,
    )


def _reference(schema: Schema) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]
