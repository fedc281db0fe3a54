"""Links by which people without an account confirm, answer and stop: signed, so nobody can guess one."""

from typing import TypeVar

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db.models import Model
from django.urls import reverse

from codora.core.languages import switch_language
from codora.partners.models import Introduction, MentorOffer, MentorRequest

Thing = TypeVar("Thing", bound=Model)
VIEWS: dict[type[Model], str] = {
    MentorOffer: "partners:mentor_offer_show",
    MentorRequest: "partners:mentor_request_show",
    Introduction: "partners:introduction_show",
}


def token_of(thing: Model) -> str:
    return _signer(type(thing)).sign(str(thing.pk))


def link_to(thing: Model, language: str) -> str:
    """Absolute address of the thing's own page, in this language."""
    path = switch_language(reverse(VIEWS[type(thing)], args=[token_of(thing)]), language)
    return f"{settings.BASE_URL}{path}"


def thing_of(kind: type[Thing], token: str) -> Thing | None:
    """None: the link is none of ours, or what it led to is deleted."""
    try:
        key = _signer(kind).unsign(token)
    except BadSignature:
        return None
    return kind._default_manager.filter(pk=key).first()


def _signer(kind: type[Model]) -> Signer:
    return Signer(salt=f"mentors-{kind.__name__}", sep=".")
