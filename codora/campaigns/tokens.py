"""Links by which a host confirms, looks at and withdraws an hour: signed, so that nobody can guess one."""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from codora.campaigns.models import HostedHour
from codora.core.languages import switch_language


def token_of(hour: HostedHour) -> str:
    return _signer().sign(str(hour.pk))


def hour_of(token: str) -> HostedHour | None:
    """None: the link is none of ours, or the hour is withdrawn."""
    try:
        key = _signer().unsign(token)
    except BadSignature:
        return None
    return HostedHour.objects.select_related("edition__campaign", "country").filter(pk=key).first()


def hour_link(hour: HostedHour) -> str:
    """Absolute address, in the host's language."""
    path = switch_language(reverse("campaigns:hour_show", args=[token_of(hour)]), hour.language)
    return f"{settings.BASE_URL}{path}"


def _signer() -> Signer:
    return Signer(salt="hosted-hour", sep=".")
