"""Who speaks for whom."""

from django.db.models import QuerySet

from codora.accounts.models import User
from codora.partners.models import Partner, Representative


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
