"""Who speaks for whom."""

from typing import Any

from django.db.models import QuerySet

from codora.accounts.models import User
from codora.partners.models import Inquiry, Partner, Representative


def partners_of(user: User) -> QuerySet[Partner]:
    """Those for which the person speaks, public or not."""
    partners: QuerySet[Partner] = Partner.objects.filter(representatives__user=user)
    return partners.prefetch_related("texts")


def represents(user: User, partner: Partner) -> bool:
    return Representative.objects.filter(user=user, partner=partner).exists()


def representatives_of(partner: Partner) -> QuerySet[Representative]:
    """The people who have accepted, with their accounts."""
    people: QuerySet[Representative] = partner.representatives.exclude(user=None).select_related("user")
    return people


def export_of_representative(user: User, **_: Any) -> dict[str, Any]:
    """For the export of an account: for whom the person speaks, and what they wrote to us before."""
    represented = Representative.objects.filter(user=user).values(
        "partner__name", "invited_at", "accepted_at"
    )
    inquiries = Inquiry.objects.filter(email__iexact=user.email)
    return {
        "represents": list(represented),
        "partner_inquiries": list(inquiries.values("organisation", "person", "message", "created_at")),
    }
