"""A partner for tests."""

from codora.accounts.models import User
from codora.partners.models import Partner, PartnerText, Representative

VALUES = {
    "slug": "harbour-works",
    "name": "Harbour Works",
    "kind": "company",
    "country_id": "MT",
    "contributions": ["mentors"],
    "languages": ["mt", "en"],
    "live": True,
}


def make_partner(*, texts=None, **changes) -> Partner:
    """Public unless `live` says otherwise; `texts`: language → what it does."""
    partner = Partner(**{**VALUES, **changes})
    words = {"en": "We lend tablets to schools."} if texts is None else texts
    partner.texts = [PartnerText(language=language, does=does) for language, does in words.items()]
    partner.save()
    return partner


def speak_for(partner: Partner, user: User) -> Representative:
    return Representative.objects.create(partner=partner, user=user, accepted_at=partner.first_published_at)
