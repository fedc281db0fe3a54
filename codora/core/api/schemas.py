"""What all questions have in common, and all lists."""

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator
from pydantic.functional_validators import AfterValidator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

T = TypeVar("T")

MOST = 100
"""Objects in one answer."""
FARTHEST = 1_000_000


def _one_of_ours(code: str) -> str:
    codes = sorted(dict(settings.LANGUAGES))
    if code not in codes:
        raise PydanticCustomError("choice", "not a language of the site", {"expected": ", ".join(codes)})
    return code


Language = Annotated[
    str,
    AfterValidator(_one_of_ours),
    WithJsonSchema({"type": "string", "enum": sorted(dict(settings.WAGTAIL_CONTENT_LANGUAGES))}),
]
"""A BCP 47 code of one of the site's languages."""
Country = Annotated[str, Field(pattern="^[A-Z]{2}$", examples=["EE"])]
"""An ISO 3166-1 alpha-2 code; Kosovo is XK."""
Slug = Annotated[str, Field(pattern="^[-a-zA-Z0-9_]+$", max_length=100)]


class Question(BaseModel):
    """The names that an address takes in its query. Others are refused, and so is one that comes twice."""

    model_config = ConfigDict(extra="forbid")

    language: Language | None = Field(
        None,
        description="Language of the words (BCP 47). Without it, the Accept-Language header decides.",
    )

    @model_validator(mode="before")
    @classmethod
    def _see_the_whole_query(cls, known: Any, info: ValidationInfo) -> Any:
        """The router hands on only the names that it knows."""
        request: HttpRequest = (info.context or {})["request"]
        return {name: values[0] if len(values) == 1 else values for name, values in request.GET.lists()}

    @field_validator("*", mode="before")
    @classmethod
    def _refuse_several(cls, value: Any) -> Any:
        if isinstance(value, list):
            raise PydanticCustomError("repeated", "given more than once")
        return value


class PageQuestion(Question):
    limit: int = Field(20, ge=1, le=MOST, description=f"How many objects at most, up to {MOST}.")
    offset: int = Field(0, ge=0, le=FARTHEST, description="How many objects to leave out at the beginning.")


class Page(BaseModel, Generic[T]):
    """A part of a list."""

    count: int = Field(description="Objects in the whole list.")
    next: str | None = Field(description="Address of the part that follows; null at the end.")
    previous: str | None = Field(description="Address of the part before; null at the beginning.")
    results: list[T] = Field(description="The objects of this part.")


class Fault(BaseModel):
    location: str = Field(description="Where the fault is: query or path.")
    name: str = Field(description="The name whose value cannot be used.")
    detail: str = Field(description="What is wrong with it, in the reader's language.")


class Problem(BaseModel):
    """Why there is no answer (RFC 9457)."""

    type: str = Field(description="What kind of problem it is; about:blank: what the status says.")
    title: str = Field(description="The kind in a few words, in the reader's language.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What to do about it, in the reader's language.")
    errors: list[Fault] = Field(default=[], description="Each fault of the request, where there are some.")


def page_of(
    found: QuerySet[Any, Any] | Sequence[Any],
    asked: PageQuestion,
    request: HttpRequest,
    show: Callable[[Any], BaseModel],
    *,
    prepare: Callable[[Iterable[Any]], Iterable[Any]] = iter,
) -> dict[str, Any]:
    """A Page of what was found, each object as `show` shows it, once `prepare` has seen all of this part."""
    count = found.count() if isinstance(found, QuerySet) else len(found)
    begin, end = asked.offset, asked.offset + asked.limit
    return {
        "count": count,
        "next": _part(request, asked, end) if end < count else None,
        "previous": _part(request, asked, max(0, begin - asked.limit)) if begin else None,
        "results": [show(each) for each in prepare(found[begin:end])],
    }


def _part(request: HttpRequest, asked: PageQuestion, offset: int) -> str:
    names = {name: value for name, value in request.GET.items() if name != "offset"}
    query = urlencode(names | ({"offset": str(offset)} if offset else {}))
    return absolute(request.path + (f"?{query}" if query else ""))


def absolute(path: str) -> str:
    """The public address of a path of ours."""
    return f"{settings.BASE_URL}{path}"


def url_of(name: str, *arguments: Any) -> str:
    """The public address of a page, in the reader's language."""
    return absolute(reverse(name, args=arguments))
