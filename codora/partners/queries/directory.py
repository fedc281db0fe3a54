"""Reading the directory."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from codora.core.folding import folded
from codora.core.languages import ENGLISH, reader_language, shown_language
from codora.partners.models import Facet, Partner, PartnerText
from codora.places.queries import country_name


@dataclass(frozen=True)
class PartnerCard:
    """A partner as readers see it.

    `text`: in their language, else in English, else in one that it has; None: no words yet. `languages` are
    those in which it has words.
    """

    partner: Partner
    text: PartnerText | None
    languages: list[str]

    @property
    def logo_url(self) -> str:
        """Empty: none."""
        return self.partner.logo.url if self.partner.logo else ""

    @property
    def country(self) -> str:
        return country_name(self.partner.country_id, shown_language())


def listed_partners(
    *, kind: str = "", country: str = "", contribution: str = "", language: str = "", words: str = ""
) -> QuerySet[Partner]:
    """Partners that the public sees, by name. `language`: in which they work; `words`: parts of the name."""
    found: QuerySet[Partner] = Partner.objects.filter(live=True)
    if kind:
        found = found.filter(kind=kind)
    if country:
        found = found.filter(country=country)
    for facet, value in ((Facet.Kind.CONTRIBUTION, contribution), (Facet.Kind.LANGUAGE, language)):
        if value:
            found = found.filter(
                Exists(Facet.objects.filter(partner=OuterRef("pk"), kind=facet, value=value))
            )
    for word in folded(words).split():
        found = found.filter(sort_name__contains=word)
    return found.prefetch_related("texts")


def card_of(partner: Partner) -> PartnerCard:
    texts = {text.language: text for text in partner.texts.all()}
    return PartnerCard(partner, best_text(texts), list(texts))


def best_text(texts: Mapping[str, PartnerText]) -> PartnerText | None:
    """For the reader of this page."""
    return texts.get(reader_language()) or texts.get(ENGLISH) or next(iter(texts.values()), None)


def countries_with_partners(language: str) -> list[tuple[str, str]]:
    """Code and name in this language, by name."""
    codes = Partner.objects.filter(live=True).order_by().values_list("country", flat=True).distinct()
    return sorted(((code, country_name(code, language)) for code in codes), key=lambda each: each[1])


def submitted_partners() -> QuerySet[Partner]:
    """Those whose representatives' change waits for staff, the longest first."""
    waiting: QuerySet[Partner] = Partner.objects.exclude(submitted_at=None).order_by("submitted_at")
    return waiting
