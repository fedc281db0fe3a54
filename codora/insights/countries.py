"""What each country has: hosts, partners, pledges. Hours have no country: nobody is asked where they are."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from codora.campaigns.models import HostedHour
from codora.core.languages import shown_language
from codora.insights.pledges import PledgeFigures
from codora.partners.models import Partner
from codora.places.queries import country_name


@dataclass(frozen=True)
class Country:
    """`hosts`: confirmed, in all editions of published campaigns; `pledges`: those that name the country."""

    code: str
    hosts: int
    partners: int
    pledges: int

    @property
    def name(self) -> str:
        return country_name(self.code, shown_language())


def countries_taking_part(pledged: PledgeFigures) -> list[Country]:
    """Those with at least one of the three, by hosts, then partners, then pledges (most first)."""
    confirmed = HostedHour.objects.exclude(confirmed_at=None).filter(edition__campaign__is_published=True)
    hosts = _by_country(confirmed)
    partners = _by_country(Partner.objects.filter(live=True))
    pledges = Counter({each.code: each.pledges for each in pledged.countries})
    found = [
        Country(code, hosts[code], partners[code], pledges[code])
        for code in hosts.keys() | partners.keys() | pledges.keys()
    ]
    return sorted(found, key=lambda each: (-each.hosts, -each.partners, -each.pledges, each.code))


def _by_country(rows: QuerySet[HostedHour] | QuerySet[Partner]) -> Counter[str]:
    counted: Iterable[tuple[str, int]] = rows.order_by().values_list("country").annotate(Count("pk"))
    return Counter(dict(counted))
