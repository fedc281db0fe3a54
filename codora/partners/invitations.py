"""Links by which somebody becomes a representative: signed, and good for two weeks."""

from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.urls import reverse

from codora.core.languages import switch_language
from codora.partners.models import Representative

INVITED_FOR = timedelta(days=14)


def invitation_link(invitation: Representative, language: str) -> str:
    """Absolute address in this language."""
    path = reverse("partners:invitation_show", args=[_signer().sign(str(invitation.pk))])
    return f"{settings.BASE_URL}{switch_language(path, language)}"


def invitation_of(token: str) -> Representative | None:
    """None: the link is none of ours, too old, or used up."""
    try:
        key = _signer().unsign(token, max_age=INVITED_FOR)
    except BadSignature:
        return None
    return Representative.objects.filter(pk=key, user=None).select_related("partner").first()


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="representative", sep=".")
