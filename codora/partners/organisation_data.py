"""What the page of a partner says of it in schema.org's words."""

from typing import Any

from django.conf import settings

from codora.core.languages import native_name
from codora.partners.models import Kind
from codora.partners.queries.directory import PartnerCard

TYPES = {Kind.COMPANY: "Corporation", Kind.NON_PROFIT: "NGO", Kind.PUBLIC_BODY: "GovernmentOrganization"}


def organisation_data(card: PartnerCard) -> dict[str, Any]:
    """schema.org/Organization."""
    partner = card.partner
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": TYPES.get(Kind(partner.kind), "Organization"),
        "name": partner.name,
        "address": {"@type": "PostalAddress", "addressCountry": partner.country_id},
        "knowsLanguage": [native_name(code) for code in partner.languages],
    }
    if card.text:
        data["description"] = card.text.does
    if partner.website:
        data["url"] = partner.website
    if partner.logo:
        data["logo"] = f"{settings.BASE_URL}{partner.logo.url}"
    return data
