"""Links by which somebody appeals against a decision: signed, and one for each side."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from codora.core.languages import switch_language
from codora.messaging.models import Decision


def appeal_link(decision: Decision, side: str, language: str) -> str:
    """Absolute address, in this language."""
    path = reverse("notices_public:appeal", args=[_signer().sign(f"{decision.pk}-{side}")])
    return f"{settings.BASE_URL}{switch_language(path, language)}"


def appealed(token: str) -> tuple[Decision, str] | None:
    """The decision, and which side it was sent to. None: the link is none of ours."""
    try:
        key, _, side = _signer().unsign(token).partition("-")
    except BadSignature:
        return None
    decision = Decision.objects.select_related("notice").filter(pk=key).first()
    return (decision, side) if decision else None


def _signer() -> Signer:
    return Signer(salt="notice-appeal", sep=".")
