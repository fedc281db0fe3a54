"""The API as a whole: its refusals, and how it describes itself (OpenAPI 3.1)."""

import json
import re
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import JSONRenderer
from pydantic.json_schema import models_json_schema

from codora.core.api.problems import PROBLEM, not_valid, problem
from codora.core.api.schemas import Problem

REF = "#/components/schemas/{model}"
HEADERS = {
    "ETag": "Send it back in If-None-Match: 304 tells that nothing has changed.",
    "Content-Language": "The language that was asked for. An object may have another one; then it says so.",
}
REFUSALS = {
    HTTPStatus.NOT_FOUND: "There is no such object.",
    HTTPStatus.NOT_ACCEPTABLE: "The Accept header does not allow JSON.",
    HTTPStatus.UNPROCESSABLE_ENTITY: "A name is unknown, or a value cannot be used.",
}


class Renderer(JSONRenderer):
    json_dumps_params = {"ensure_ascii": False}


class PublicApi(NinjaAPI):
    """Read by everybody, written by nobody."""

    def __init__(self, **given: Any) -> None:
        super().__init__(renderer=Renderer(), openapi_url=None, docs_url=None, **given)

    def set_default_exception_handlers(self) -> None:
        super().set_default_exception_handlers()
        self.add_exception_handler(Http404, _not_found)
        self.add_exception_handler(ValidationError, _not_valid)
        self.add_exception_handler(Exception, _broken)

    def get_openapi_operation_id(self, operation: Any) -> str:
        name: str = operation.view_func.__name__
        return name

    def get_openapi_schema(self, **given: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**given)
        _, problems = models_json_schema([(Problem, "serialization")], ref_template=REF)
        schema["components"]["schemas"] |= problems["$defs"]
        for operations in schema["paths"].values():
            for operation in operations.values():
                _complete(operation)
        schema.update(_plainly_named(dict(schema)))
        return schema


def _plainly_named(schema: dict[str, Any]) -> dict[str, Any]:
    """ActivityOut is Activity, and Page_ActivityOut_ is ActivityPage: others make classes of these names.

    The names of a question stand in each address; as objects they are left out.
    """
    models = {
        name: model for name, model in schema["components"]["schemas"].items() if "Question" not in name
    }
    text = json.dumps({**schema, "components": {"schemas": models}})
    for name in models:
        plain = re.sub(r"^Page_(\w+)Out_$", r"\1Page", name).removesuffix("Out")
        if plain != name and plain in models:
            raise ValueError(f"{name} needs a name of its own: there is a {plain} already.")
        text = text.replace(f'/{name}"', f'/{plain}"').replace(f'"{name}": {{', f'"{plain}": {{')
    named: dict[str, Any] = json.loads(re.sub(r'"title": "(?:Page\[\w+\]|\w+Out)", ', "", text))
    return named


def _complete(operation: dict[str, Any]) -> None:
    """Adds what `middleware` and the page cache do to every answer."""
    for parameter in operation["parameters"]:
        parameter["schema"] = _given(parameter["schema"])
        parameter.pop("examples", None)  # they stand in the schema; here they would need names
    answers = operation["responses"]
    answers[200]["headers"] = {
        name: {"description": text, "schema": {"type": "string"}} for name, text in HEADERS.items()
    }
    answers[304] = {"description": "Nothing has changed since the ETag in If-None-Match."}
    takes_path = any(parameter["in"] == "path" for parameter in operation["parameters"])
    for status, text in REFUSALS.items():
        if status != HTTPStatus.NOT_FOUND or takes_path:
            content = {PROBLEM: {"schema": {"$ref": REF.format(model="Problem")}}}
            answers[int(status)] = {"description": text, "content": content}


def _given(schema: dict[str, Any]) -> dict[str, Any]:
    """Of a name in the query: it is there or not, and never null."""
    kinds = [kind for kind in schema.pop("anyOf", ()) if kind != {"type": "null"}]
    return {**schema, **kinds[0]} if kinds else schema


def _not_found(request: HttpRequest, missing: Any) -> HttpResponse:
    return problem(HTTPStatus.NOT_FOUND)


def _not_valid(request: HttpRequest, fault: Any) -> HttpResponse:
    return not_valid(fault.errors)


def _broken(request: HttpRequest, error: Any) -> HttpResponse:
    """It is for Django to note, in development too."""
    raise error
