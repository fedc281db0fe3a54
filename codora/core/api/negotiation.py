"""What a program asks for besides an address: a language, and a form of answer."""

from collections.abc import Mapping
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest
from django.http.request import MediaType

from codora.core.languages import preferred_language

LANGUAGE = "language"
"""The query name that goes before Accept-Language."""


def query_of(request: HttpRequest) -> Mapping[str, str]:
    """Nothing, if there is too much in it to look at: then the answer is a refusal."""
    try:
        return request.GET.dict()
    except TooManyFieldsSent:
        return {}


def language_of(request: HttpRequest) -> str:
    """The code of the language of the answer, of a refusal too."""
    wanted = query_of(request).get(LANGUAGE, "")
    if wanted in dict(settings.LANGUAGES):
        return wanted
    return preferred_language(request.headers.get("Accept-Language", ""))


@lru_cache(maxsize=1_000)
def accepts_json(accept: str) -> bool:
    """Whether this Accept header takes application/json. None takes everything; what is not one does, too."""
    try:
        types = [MediaType(part) for part in accept.split(",") if part.strip()]
        fitting = [each for each in types if each.match("application/json")]
    except (LookupError, ValueError):
        return True
    closest = max(fitting, key=lambda each: each.specificity, default=None)
    return not types or (closest is not None and closest.quality > 0)
