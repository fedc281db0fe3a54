"""A directory of many partners, written as rows at once.

Run inside the site: `manage.py shell -c "from bench.many_partners import fill; fill(20_000)"`.
"""

from __future__ import annotations

import random

from django.db import transaction

from bench.many_pages import VOCABULARY, WEIGHTS
from codora.core.folding import folded
from codora.core.page_cache.generations import bump
from codora.partners.models import Contribution, Facet, Kind, Partner, PartnerText
from codora.places.models import Country

CHUNK = 2_000
LANGUAGES = ("en", "de", "fr", "el", "bg", "mt", "et")
seed = random.Random(2026)


@transaction.atomic
def fill(count: int) -> None:
    """Adds partners, each with two languages, two contributions, and words in English and German."""
    countries = list(Country.objects.values_list("code", flat=True))
    for begin in range(0, count, CHUNK):
        numbers = range(begin, min(begin + CHUNK, count))
        partners = Partner.objects.bulk_create([_partner(number, countries) for number in numbers])
        PartnerText.objects.bulk_create(
            PartnerText(partner=partner, language=language, does=_words(12), about=_words(80))
            for partner in partners
            for language in ("en", "de")
        )
        Facet.objects.bulk_create(
            Facet(partner=partner, kind=kind, value=value)
            for partner in partners
            for kind, values in (("contribution", partner.contributions), ("language", partner.languages))
            for value in values
        )
    bump("partners")


def _partner(number: int, countries: list[str]) -> Partner:
    name = f"{_words(3).title()} {number}"
    return Partner(
        slug=f"partner-{number}",
        name=name,
        sort_name=folded(name),
        kind=seed.choice(Kind.values),
        country_id=seed.choice(countries),
        website="https://partner.example/",
        contributions=seed.sample(Contribution.values, 2),
        languages=seed.sample(LANGUAGES, 2),
        live=True,
    )


def _words(count: int) -> str:
    return " ".join(seed.choices(VOCABULARY, WEIGHTS, k=count))[:190]
