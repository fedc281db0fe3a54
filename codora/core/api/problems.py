"""Why a question is refused, as a problem document (RFC 9457) in the reader's language."""

import json
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from codora.core.api import DOCS

PROBLEM = "application/problem+json"
NOT_VALID = f"{settings.BASE_URL}{DOCS}#problems"
FAULTS = {
    "": gettext_lazy("This value cannot be used here."),
    "extra_forbidden": gettext_lazy("There is no such name at this address."),
    "repeated": gettext_lazy("It can be given once only."),
    "greater_than_equal": gettext_lazy("It must be at least %(ge)s."),
    "less_than_equal": gettext_lazy("It must be at most %(le)s."),
    "literal_error": gettext_lazy("It must be one of these: %(expected)s."),
    "string_too_long": gettext_lazy("It is too long: no more than %(max_length)s characters."),
}
"""By pydantic's name of the fault, with what it tells of the limits."""
FAULTS |= dict.fromkeys(("enum", "choice"), FAULTS["literal_error"])


def problem(status: int, *, type_: str = "about:blank", **members: Any) -> HttpResponse:
    """`members` are further ones of the document."""
    title, detail = _words(status)
    document = {"type": type_, "title": title, "status": status, "detail": detail, **members}
    text = json.dumps(document, ensure_ascii=False)
    return HttpResponse(text, status=status, content_type=PROBLEM, headers={"Cache-Control": "no-store"})


def not_valid(errors: Iterable[Mapping[str, Any]]) -> HttpResponse:
    """422. `errors` as pydantic tells them; `loc` begins with the part of the request: query or path."""
    listed = [
        {"location": str(error["loc"][0]), "name": str(error["loc"][-1]), "detail": _fault(error)}
        for error in errors
    ]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, type_=NOT_VALID, errors=listed)


def _words(status: int) -> tuple[str, str]:
    """Title and detail."""
    match status:
        case HTTPStatus.NOT_FOUND:
            return _("Not found"), _("There is nothing at this address.")
        case HTTPStatus.METHOD_NOT_ALLOWED:
            return _("For reading only"), _("Nothing can be changed here: use GET, HEAD or OPTIONS.")
        case HTTPStatus.NOT_ACCEPTABLE:
            detail = _("The answer would be JSON, but the Accept header does not allow application/json.")
            return _("No such form"), detail
        case HTTPStatus.UNPROCESSABLE_ENTITY:
            return _("Not valid"), _("Something in the address cannot be used; “errors” says what.")
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return _("Too large"), _("The request is too large.")
        case status if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return _("Something broke on our side"), _("Try again in a few minutes.")
        case _:
            return _("Refused"), _("The request was not understood.")


def _fault(error: Mapping[str, Any]) -> str:
    """One fault in words, from pydantic's name of it."""
    kind, limits = error["type"], error.get("ctx", {})
    if kind.startswith("int"):
        return _("A whole number is needed.")
    if kind.startswith("date"):
        return _("A day is needed, such as 2026-11-30.")
    if "expected" in limits:  # such as 'a', 'b' or 'c'
        limits = {"expected": limits["expected"].replace("'", "").replace(" or ", ", ")}
    sentence: str = FAULTS.get(kind, FAULTS[""]) % limits
    return sentence
