"""Partners, for programs."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router
from pydantic import BaseModel, Field

from codora.core.api.schemas import (
    Country,
    Language,
    Page,
    PageQuestion,
    Question,
    Slug,
    absolute,
    page_of,
    url_of,
)
from codora.partners.models import Contribution, Kind, Partner
from codora.partners.queries.directory import card_of, listed_partners

router = Router(tags=["Partners"])


class PartnerQuestion(PageQuestion):
    kind: Kind | None = Field(None, description="Of this kind.")
    country: Country | None = Field(None, description="At home in this country (ISO 3166-1 alpha-2).")
    contribution: Contribution | None = Field(None, description="Gives this.")
    works_in: Language | None = Field(None, description="Works in this language (BCP 47).")
    q: str | None = Field(
        None,
        min_length=1,
        max_length=80,
        description="Words of its name, whatever their case and accents.",
    )


class PartnerOut(BaseModel):
    slug: str = Field(description="Its name in addresses.")
    url: str = Field(description="Its page.")
    name: str = Field(description="What it is called.")
    kind: Kind = Field(description="What kind of organisation it is.")
    country: str = Field(description="Where it is at home (ISO 3166-1 alpha-2).")
    website: str = Field(description="Its own website; may be empty.")
    contributions: list[Contribution] = Field(description="What it gives.")
    works_in: list[str] = Field(description="Languages in which it works (BCP 47).")
    language: str | None = Field(description="Language of does and about; null where it has no words yet.")
    languages: list[str] = Field(description="Languages in which it has words (BCP 47).")
    does: str = Field(description="What others get from it, in a sentence; may be empty.")
    about: str = Field(description="More about it; empty lines part the paragraphs; may be empty.")
    logo_url: str | None = Field(
        description="A picture. It is the partner's own, not under the licence here."
    )
    logo_text: str = Field(description="What the logo says, for those who cannot see it.")


@router.get("", response=Page[PartnerOut], summary="List partners")
def list_partners(request: HttpRequest, asked: Query[PartnerQuestion]) -> object:
    """Organisations that take part, by name."""
    found = listed_partners(
        kind=asked.kind or "",
        country=asked.country or "",
        contribution=asked.contribution or "",
        language=asked.works_in or "",
        words=asked.q or "",
    )
    return page_of(found, asked, request, _partner)


@router.get("/{slug:slug}", response=PartnerOut, summary="Show a partner")
def show_partner(request: HttpRequest, slug: Slug, asked: Query[Question]) -> object:
    """One partner."""
    return _partner(get_object_or_404(listed_partners(), slug=slug))


def _partner(partner: Partner) -> PartnerOut:
    card = card_of(partner)
    return PartnerOut(
        slug=partner.slug,
        url=url_of("partners:partner_show", partner.slug),
        name=partner.name,
        kind=Kind(partner.kind),
        country=partner.country_id,
        website=partner.website,
        contributions=[Contribution(value) for value in partner.contributions],
        works_in=partner.languages,
        language=card.text.language if card.text else None,
        languages=card.languages,
        does=card.text.does if card.text else "",
        about=card.text.about if card.text else "",
        logo_url=absolute(card.logo_url) if card.logo_url else None,
        logo_text=(partner.logo_text or partner.name) if card.logo_url else "",
    )
